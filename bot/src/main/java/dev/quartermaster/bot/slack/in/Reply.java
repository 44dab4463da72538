package dev.quartermaster.bot.slack.in;

/** What Slack is told. @param body JSON, or plain text where {@code json} is false; may be empty */
public record Reply(int status, boolean json, String body) {
    static final Reply OK = new Reply(200, false, "");

    static Reply json(String body) {
        return new Reply(200, true, body);
    }

    /** Signed, and yet not what Slack sends: nothing is kept, and a repetition will not help. */
    static final Reply STRANGE = new Reply(400, false, "");

    /** Could not be stored or judged now: Slack brings an event again, and shows a person that it failed. */
    static final Reply LATER = new Reply(503, false, "");
}
