package dev.quartermaster.intents.policy;

/**
 * Judges one intent: resolves it within the path's bounds, plans, prices, evaluates the rules, and looks whether
 * anybody could say the yeses it needs. Pure: the same bundle and the same question give the same answer.
 */
public interface Judge {
    Judgement judge(Asked asked);
}
