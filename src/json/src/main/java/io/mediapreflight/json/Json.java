package io.mediapreflight.json;

import io.mediapreflight.text.Phrase;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A JSON value as it was in its text: the order of members, doubled names and the spelling of numbers are kept. */
public sealed interface Json {
    /** What kind of value it is, with its article. */
    String kind();

    /** An object, with its members in the order of the text. */
    record Obj(List<Member> members) implements Json {
        public Obj {
            members = List.copyOf(members);
        }

        /** The names that more than one member has, in the order of their second ones. */
        public Set<String> doubled() {
            Set<String> seen = new HashSet<>();
            Set<String> doubled = new LinkedHashSet<>();
            for (Member member : members) {
                if (!seen.add(member.name())) {
                    doubled.add(member.name());
                }
            }
            return doubled;
        }

        /** The last member of this name: the one that most readers take. */
        public Optional<Json> get(String name) {
            Optional<Json> found = Optional.empty();
            for (Member member : members) {
                if (member.name().equals(name)) {
                    found = Optional.of(member.value());
                }
            }
            return found;
        }

        /** The text of a string member. */
        public Optional<String> string(String name) {
            return get(name).flatMap(value -> value instanceof Str text ? Optional.of(text.value()) : Optional.empty());
        }

        /** A member as text: a string or a number. */
        public Optional<String> scalar(String name) {
            return get(name).flatMap(value -> value instanceof Num number ? Optional.of(number.text()) : string(name));
        }

        public Optional<Obj> object(String name) {
            return get(name).flatMap(value -> value instanceof Obj object ? Optional.of(object) : Optional.empty());
        }

        /** The elements of an array member; none where there is no such array. */
        public List<Json> array(String name) {
            return get(name)
                    .map(value -> value instanceof Arr array ? array.elements() : List.<Json>of())
                    .orElse(List.of());
        }

        @Override
        public String kind() {
            return Phrase.of("json:kind.object").toString();
        }
    }

    /** A member of an object. */
    record Member(String name, Json value, Spelling spelling) {
        /** Its value as it stood in the text. */
        public String raw() {
            return spelling.toString();
        }
    }

    /** A part of a text: copied only where it is asked for, since each object would hold those of all objects in it. */
    record Spelling(String text, int start, int end) {
        /** Between the two offsets; a number's end is seen only at what follows it. */
        @Override
        public String toString() {
            return text.substring(start, Math.max(start, Math.min(end, text.length())))
                    .strip();
        }
    }

    /** An array. */
    record Arr(List<Json> elements) implements Json {
        public Arr {
            elements = List.copyOf(elements);
        }

        @Override
        public String kind() {
            return Phrase.of("json:kind.array").toString();
        }
    }

    /** A string, without its quotes and escapes. */
    record Str(String value) implements Json {
        @Override
        public String kind() {
            return Phrase.of("json:kind.string").toString();
        }
    }

    /** A number, as it is spelt in the text. */
    record Num(String text) implements Json {
        @Override
        public String kind() {
            return Phrase.of("json:kind.number").toString();
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Json {
        @Override
        public String kind() {
            return value ? "true" : "false";
        }
    }

    /** {@code null}. */
    record Nil() implements Json {
        @Override
        public String kind() {
            return "null";
        }
    }
}
