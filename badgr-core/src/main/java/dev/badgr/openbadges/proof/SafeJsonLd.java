package dev.badgr.openbadges.proof;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import com.apicatalog.jsonld.processor.ExpansionProcessor;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import dev.badgr.openbadges.json.JsonObject;
import dev.badgr.openbadges.proof.LinkedData.Expanded;
import dev.badgr.openbadges.proof.LinkedData.Failed;
import dev.badgr.openbadges.proof.LinkedData.UndefinedTerm;
import jakarta.json.JsonArray;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * JSON-LD 1.1 in safe mode, by Titanium. Only this class and those that it hands its results to name the library: without it they
 * can't be loaded, and {@link LinkedData} says so. Safe for use by many threads.
 */
final class SafeJsonLd {
    /** With the contexts that come along. */
    static final SafeJsonLd BUNDLED = new SafeJsonLd(Contexts.BUNDLED);

    private final Contexts contexts;
    private final Map<String, Document> loaded = new ConcurrentHashMap<>();

    SafeJsonLd(Contexts contexts) {
        this.contexts = contexts;
    }

    /** Expands a document, or says why not. */
    LinkedData expand(JsonObject document) {
        return CompactForm.objection(document, contexts).orElseGet(() -> expanded(document));
    }

    private LinkedData expanded(JsonObject document) {
        JsonLdOptions options = options();
        try {
            JsonArray nodes = ExpansionProcessor.expand(JsonDocument.of(TitaniumJson.of(document)), options, false);
            return ExpandedForm.objection(nodes).orElseGet(() -> new Expanded(new TitaniumStatements(nodes, options)));
        } catch (JsonLdError e) {
            return failure(e);
        } catch (RuntimeException e) {
            // What a library makes of hostile input is no failure of ours; its message may repeat the input.
            return new Failed("it can't be read as JSON-LD");
        }
    }

    private JsonLdOptions options() {
        JsonLdOptions options = new JsonLdOptions();
        options.setDocumentLoader(this::load);
        options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
        // What the library takes for a bad IRI it leaves out; ExpandedForm refuses instead.
        options.setUriValidation(UriValidationPolicy.None);
        return options;
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
