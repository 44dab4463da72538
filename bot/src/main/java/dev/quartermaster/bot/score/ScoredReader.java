package dev.quartermaster.bot.score;

import dev.quartermaster.intents.money.PriceList;
import dev.quartermaster.intents.reading.Interpreter;
import dev.quartermaster.intents.reading.model.Tally;

/** One reader of a scoring run. */
record ScoredReader(String name, Interpreter reader, Tally tally) {
    /** Calls of a model and their tokens. */
    record Spent(int calls, long in, long out) {
        Spent since(Spent before) {
            return new Spent(calls - before.calls, in - before.in, out - before.out);
        }

        /** Nothing where no model was asked. */
        String words(PriceList prices) {
            if (calls == 0) {
                return "";
            }
            var money = prices.tokens(in, out).map(cost -> ", " + cost).orElse(", no price for tokens in prices.yaml");
            return " · model asked " + calls + " times, " + in + " tokens in, " + out + " out" + money;
        }
    }

    Spent spent() {
        return new Spent(tally.calls().size(), tally.tokensIn(), tally.tokensOut());
    }
}
