package dev.badgr;

import java.io.OutputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON in UTF-8, written member by member to a stream that is not closed. What is broken off is left without its end, so that
 * nobody takes it for a document.
 */
final class JsonOut implements AutoCloseable {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private final JsonGenerator json;

    JsonOut(OutputStream stream) {
        this.json = JSON.createGenerator(ObjectWriteContext.empty(), stream, JsonEncoding.UTF8);
    }

    void begin() {
        json.writeStartObject();
    }

    void end() {
        json.writeEndObject();
        json.flush();
    }

    /** A member with the text of a value; none where the value is an empty {@link Optional}. */
    void text(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(there -> text(name, there));
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    void number(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    void flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
    }

    void object(String name, Runnable members) {
        json.writeObjectPropertyStart(name);
        members.run();
        json.writeEndObject();
    }

    /** A member with the texts of values. */
    void texts(String name, Collection<?> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(value -> json.writeString(value.toString()));
        json.writeEndArray();
    }

    /** A member with an object for each of these. */
    <T> void objects(String name, Collection<T> all, Consumer<? super T> members) {
        beginObjects(name);
        all.forEach(one -> inObject(one, members));
        endObjects();
    }

    /** The same for what is not known all at once: then each with {@link #inObject}, and {@link #endObjects}. */
    void beginObjects(String name) {
        json.writeArrayPropertyStart(name);
    }

    <T> void inObject(T one, Consumer<? super T> members) {
        json.writeStartObject();
        members.accept(one);
        json.writeEndObject();
    }

    void endObjects() {
        json.writeEndArray();
    }

    @Override
    public void close() {
        json.close();
    }
}
