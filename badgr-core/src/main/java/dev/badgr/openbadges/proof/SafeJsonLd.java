package dev.badgr.openbadges.proof;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.expansion.Expansion;
import com.apicatalog.jsonld.json.JsonUtils;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import com.apicatalog.jsonld.processor.ProcessingRuntime;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import dev.badgr.openbadges.json.Json;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.proof.LinkedData.Expanded;
import dev.badgr.openbadges.proof.LinkedData.Failed;
import dev.badgr.openbadges.proof.LinkedData.UndefinedTerm;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * JSON-LD 1.1 in safe mode, by Titanium. Only this class and those that it hands its results to name the library: without it they
 * can't be loaded, and {@link LinkedData} says so. Safe for use by many threads.
 */
final class SafeJsonLd {
    /** With the contexts that come along. */
    static final SafeJsonLd BUNDLED = new SafeJsonLd(Contexts.BUNDLED);

    private static final int MOST_LISTS = 64;

    private final Contexts contexts;
    private final JsonLdOptions options = options();
    private final Map<List<Json>, ActiveContext> processed = new ConcurrentHashMap<>();
    private final Map<String, Document> loaded = new ConcurrentHashMap<>();

    SafeJsonLd(Contexts contexts) {
        this.contexts = contexts;
    }

    /** Expands a document, or says why not. */
    LinkedData expand(JsonObject document) {
        return CompactForm.objection(document, contexts).orElseGet(() -> expanded(document));
    }

    private LinkedData expanded(JsonObject document) {
        try {
            JsonValue expanded = Expansion.with(
                            context(document), TitaniumJson.of(document.without("@context")), null, null)
                    .compute();
            JsonArray nodes = JsonUtils.toJsonArray(expanded);
            return ExpandedForm.objection(nodes).orElseGet(() -> new Expanded(new TitaniumStatements(nodes, options)));
        } catch (JsonLdError e) {
            return failure(e);
        } catch (RuntimeException e) {
            // What a library makes of hostile input is no failure of ours; its message may repeat the input.
            return new Failed("it can't be read as JSON-LD");
        }
    }

    /** Most badges have one of a few lists of contexts, and to process such a list costs more than the badge itself. */
    private ActiveContext context(JsonObject document) throws JsonLdError {
        List<Json> list = document.list("@context");
        ActiveContext known = processed.get(list);
        if (known != null) {
            return known;
        }
        ActiveContext context = new ActiveContext(null, null, ProcessingRuntime.of(options));
        if (!list.isEmpty()) {
            context = context.newContext().create(TitaniumJson.of(list), null);
        }
        if (processed.size() < MOST_LISTS && list.stream().allMatch(Json.Text.class::isInstance)) {
            processed.put(list, context);
        }
        return context;
    }

    private JsonLdOptions options() {
        JsonLdOptions made = new JsonLdOptions();
        made.setDocumentLoader(this::load);
        // The library's own cache is for one thread.
        made.setContextCache(null);
        made.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        // What the library takes for a bad IRI it leaves out; ExpandedForm refuses instead.
        made.setUriValidation(UriValidationPolicy.None);
        return made;
    }

    private Document load(URI location, DocumentLoaderOptions options) throws JsonLdError {
        Document known = loaded.get(location.toString());
        if (known != null) {
            return known;
        }
        byte[] content = contexts.read(location.toString())
                .orElseThrow(() -> new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "unknown"));
        Document read = JsonDocument.of(new ByteArrayInputStream(content));
        loaded.put(location.toString(), read);
        return read;
    }

    private static LinkedData failure(JsonLdError e) {
        if (e.getCode() == JsonLdErrorCode.UNDEFINED_TERM) {
            String message = String.valueOf(e.getMessage());
            int start = message.indexOf('[');
            int end = message.lastIndexOf(']');
            return new UndefinedTerm(start >= 0 && end > start ? message.substring(start + 1, end) : "a term");
        }
        return new Failed("it is no JSON-LD: " + e.getCode());
    }
}
