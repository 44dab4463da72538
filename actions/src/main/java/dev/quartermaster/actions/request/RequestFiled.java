package dev.quartermaster.actions.request;

import dev.quartermaster.intents.policy.Verdict;

/** Published in the transaction in which a request is filed. @param verdict of the rules, at that moment */
public record RequestFiled(Verdict verdict) {}
