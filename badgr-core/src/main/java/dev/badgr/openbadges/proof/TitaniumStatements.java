package dev.badgr.openbadges.proof;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.processor.ToRdfProcessor;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import dev.badgr.openbadges.json.Malformed;
import jakarta.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The statements of an expanded document, by Titanium. */
final class TitaniumStatements implements LinkedData.Statements {
    /** Hashing of blank nodes that look alike grows faster than any document (RDF Dataset Canonicalization 1.0, 7.1). */
    private static final int MOST_STEPS = 20_000;

    private static final int MOST_QUADS = 50_000;

    private final JsonArray nodes;
    private final JsonLdOptions options;

    TitaniumStatements(JsonArray nodes, JsonLdOptions options) {
        this.nodes = nodes;
        this.options = options;
    }

    @Override
    public List<String> canonical(String hash, UnaryOperator<String> label) {
        List<String> lines = new ArrayList<>();
        try {
            RdfCanon canon = RdfCanon.create(hash, new Steps(MOST_STEPS)::take);
            ToRdfProcessor.toRdf(new Bounded(canon, new Steps(MOST_QUADS)), nodes, options);
            canon.provide(new Lines(lines, label));
        } catch (JsonLdError | RdfConsumerException | RuntimeException e) {
            throw new Malformed("its statements can't be put in canonical order within the limits");
        }
        return lines;
    }

    private static final class Steps {
        private int left;

        Steps(int most) {
            this.left = most;
        }

        void take() {
            if (left-- <= 0) {
                throw new IllegalStateException("too much work");
            }
        }
    }

    private record Bounded(RdfQuadConsumer to, Steps steps) implements RdfQuadConsumer {
        @Override
        public RdfQuadConsumer quad(
                String subject,
                String predicate,
                String object,
                String datatype,
                String language,
                String direction,
                String graph)
                throws RdfConsumerException {
            steps.take();
            to.quad(subject, predicate, object, datatype, language, direction, graph);
            return this;
        }
    }

    private record Lines(List<String> lines, UnaryOperator<String> label) implements RdfQuadConsumer {
        @Override
        public RdfQuadConsumer quad(
                String subject,
                String predicate,
                String object,
                String datatype,
                String language,
                String direction,
                String graph) {
            lines.add(NQuadsWriter.nquad(
                    named(subject),
                    predicate,
                    datatype == null ? named(object) : object,
                    datatype,
                    language,
                    direction,
                    graph == null ? null : named(graph)));
            return this;
        }

        private String named(String resource) {
            return resource.startsWith("_:") ? "_:" + label.apply(resource.substring(2)) : resource;
        }
    }
}
