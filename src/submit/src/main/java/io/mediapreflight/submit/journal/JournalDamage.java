package io.mediapreflight.submit.journal;

import io.mediapreflight.text.Phrase;

/**
 * A line of the journal that is not what was written there. What it said is not known: perhaps that a request was sent.
 *
 * @param line counted from 1
 * @param offset of its first byte in the file
 */
public record JournalDamage(long line, long offset) {
    @Override
    public String toString() {
        return Phrase.of("submit:journal.place")
                .with("line", Long.toString(line))
                .with("offset", Long.toString(offset))
                .toString();
    }
}
