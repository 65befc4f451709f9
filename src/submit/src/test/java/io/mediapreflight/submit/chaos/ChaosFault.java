package io.mediapreflight.submit.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** What may happen to a POST, and whether the service has carried it out by then: the rows of http-faults.tsv. */
enum ChaosFault {
    NONE(60, true, ChaosPeer::accept),
    UNKNOWN_FIELDS(2, true, peer -> peer.response(200, peer.acceptance("\"queue\":{\"place\":7},"))),
    EARLY_HINTS(1, true, peer -> {
        peer.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
        peer.accept();
    }),
    CONTENT_LENGTH_TOO_SHORT(1, true, peer -> {
        String body = peer.acceptance("");
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: " + (body.length() - 9) + "\r\n\r\n" + body);
    }),
    CONTENT_LENGTH_TOO_LONG(1, true, peer -> {
        String body = peer.acceptance("");
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: " + (body.length() + 9) + "\r\n\r\n" + body);
    }),
    TRUNCATED_JSON(2, true, peer -> {
        String body = peer.acceptance("");
        peer.response(200, body.substring(0, peer.random().nextInt(body.length())));
    }),
    EMPTY_BODY(1, true, peer -> peer.response(200, "")),
    DUPLICATED_KEY(1, true, peer -> peer.response(200, peer.acceptance("\"task_id\":\"task_other\","))),
    BYTE_ORDER_MARK(1, true, peer -> peer.response(200, "\ufeff" + peer.acceptance(""))),
    INVALID_UTF_8(1, true, peer -> {
        byte[] body = peer.acceptance("\"note\":\"\u00ff\u00fe\",").getBytes(StandardCharsets.ISO_8859_1);
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
        peer.write(body);
    }),
    RESET_IN_THE_RESPONSE(2, true, peer -> {
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n{\"task_id\":\"ta");
        peer.reset();
    }),
    RESET_BEFORE_THE_STATUS(2, true, ChaosPeer::reset),
    SILENCE(1, true, ChaosPeer::beSilent),
    SLOW_LORIS(1, true, ChaosPeer::drip),
    HEADERS_WITHOUT_END(1, true, peer -> {
        peer.write("HTTP/1.1 200 OK\r\n");
        peer.flood("X-Filler: " + "x".repeat(8_000) + "\r\n", 400);
    }),
    LONG_BODY(1, true, peer -> {
        peer.write("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n");
        peer.flood(" ".repeat(64_000), 40);
    }),
    NESTED_ARRAYS(1, true, peer -> peer.response(200, "[".repeat(100_000))),
    BAD_CHUNK(1, true, peer -> peer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n")),
    HTML(1, true, peer -> peer.response(200, "<html>", "X-Kind: text/html")),
    NO_TASK_ID(1, true, peer -> peer.response(200, "{\"request_id\":\"r-1\"}")),
    NULL_TASK_ID(1, true, peer -> peer.response(200, "{\"task_id\":null}")),
    NUMBER_FOR_A_TASK_ID(1, true, peer -> peer.response(200, "{\"task_id\":17}")),
    UPGRADE(1, true, peer -> peer.write("HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n")),
    NO_CONTENT(1, true, peer -> peer.write("HTTP/1.1 204 No Content\r\n\r\n")),
    STATUS_500(2, true, peer -> peer.fail(500)),
    STATUS_502(1, true, peer -> peer.fail(502)),
    STATUS_503(2, true, peer -> peer.fail(503, "Retry-After: 0")),
    STATUS_504(1, true, peer -> peer.fail(504)),
    STATUS_408(1, true, peer -> peer.fail(408)),
    STATUS_409(1, true, peer -> peer.fail(409)),
    STATUS_400(2, false, peer -> peer.fail(400)),
    STATUS_401(1, false, peer -> peer.fail(401)),
    STATUS_402(1, false, peer -> peer.fail(402)),
    STATUS_413(1, false, peer -> peer.fail(413)),
    STATUS_422(2, false, peer -> peer.fail(422)),
    STATUS_429(4, false, peer -> peer.fail(429)),
    STATUS_429_RETRY_AFTER(3, false, peer -> peer.fail(429, "Retry-After: 1")),
    STATUS_429_NONSENSE(1, false, peer -> peer.fail(429, "Retry-After: 1e309")),
    STATUS_429_TOMORROW(1, false, peer -> peer.fail(429, "Retry-After: 86400")),
    MOVED(1, false, peer -> peer.fail(302, "Location: /v1/videos/generate")),
    MOVED_ELSEWHERE(1, false, peer -> peer.fail(308, "Location: http://127.0.0.2:9/v1/videos/generate"));

    private static final int ALL = weightOfAll();

    private final int weight;
    private final boolean mayBeCarriedOut;
    private final Deed deed;

    ChaosFault(int weight, boolean mayBeCarriedOut, Deed deed) {
        this.weight = weight;
        this.mayBeCarriedOut = mayBeCarriedOut;
        this.deed = deed;
    }

    /** What is done once the whole request was read. */
    private interface Deed {
        void on(ChaosPeer peer) throws IOException;
    }

    boolean mayBeCarriedOut() {
        return mayBeCarriedOut;
    }

    void happenTo(ChaosPeer peer) throws IOException {
        deed.on(peer);
    }

    static ChaosFault any(Random random) {
        int at = random.nextInt(ALL);
        for (ChaosFault fault : values()) {
            at -= fault.weight;
            if (at < 0) {
                return fault;
            }
        }
        throw new AssertionError("the weights do not add up");
    }

    private static int weightOfAll() {
        int sum = 0;
        for (ChaosFault fault : values()) {
            sum += fault.weight;
        }
        return sum;
    }
}
