package dev.badgr.jdbc;

import dev.badgr.award.Evidence;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Evidence as a column holds it: a JSON array of objects. */
final class EvidenceJson {
    private static final ObjectMapper JSON = JsonMapper.shared();
    private static final String URL = "url";
    private static final String NARRATIVE = "narrative";

    private EvidenceJson() {}

    /** Empty for none, which most awards have. */
    static Optional<String> text(List<Evidence> evidence) {
        if (evidence.isEmpty()) {
            return Optional.empty();
        }
        ArrayNode array = JSON.createArrayNode();
        for (Evidence item : evidence) {
            ObjectNode node = array.addObject().put(URL, item.url().toString());
            item.narrative().ifPresent(narrative -> node.put(NARRATIVE, narrative));
        }
        return Optional.of(JSON.writeValueAsString(array));
    }

    static List<Evidence> parse(Optional<String> text) {
        List<Evidence> evidence = new ArrayList<>();
        if (text.isPresent()) {
            for (JsonNode node : JSON.readTree(text.get())) {
                Optional<String> narrative =
                        Optional.ofNullable(node.get(NARRATIVE)).map(JsonNode::asString);
                evidence.add(new Evidence(URI.create(node.get(URL).asString()), narrative));
            }
        }
        return evidence;
    }
}
