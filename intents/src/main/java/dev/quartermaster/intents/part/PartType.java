package dev.quartermaster.intents.part;

import java.util.List;
import java.util.Set;

/**
 * One kind of part, described by who makes it. Reading, planning and judging know a part by this alone; a new kind is a new
 * class of this type beside its provider. It needs nothing to be made (a constructor without arguments), so that files can
 * be checked where nothing can be provided.
 */
public interface PartType {
    /** The word in a golden path's {@code provider:}. */
    String kind();

    /** What may stand in a part of this kind, besides its name, provider and {@code ready}. */
    Shape.Entries spec();

    /** What it gives to later parts and to links, once ready: {@code ${parts.<name>.<output>}}. Never a secret. */
    default Set<String> outputs() {
        return Set.of();
    }

    /** Whether it runs something on the organisation's machines: the word "compute" of the rules, and what a price is for. */
    default boolean compute() {
        return false;
    }

    /** Whether access to data that is asked for alone is one of these; then its spec has {@code datasets} and {@code access}. */
    default boolean opensData() {
        return false;
    }

    /** What its reference is called among the links shown to its owner, such as "Git repository"; empty: it isn't shown. */
    default String referenceTitle() {
        return "";
    }

    /** Whether its credentials are what links with {@code login: token} ask for; otherwise they stand for themselves. */
    default boolean opensLinks() {
        return false;
    }

    /**
     * What it is in place of what a cluster would run, for people, such as "a real notebook on this machine": then a part of
     * another kind may name it as its {@code local}. Empty: it stands in for nothing.
     */
    default String standsIn() {
        return "";
    }

    /** Whether somebody may still be using one when all jobs beside it are done. */
    default boolean outlastsJobs() {
        return true;
    }

    /** How far making one was tried, in each of the ways there are. What says nothing was tried on its contract at most. */
    default List<Tried> tried() {
        return List.of(new Tried("", Tried.Trial.CONTRACT));
    }
}
