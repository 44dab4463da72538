package dev.quartermaster.actions.provider.repository;

import java.io.IOException;
import java.util.Optional;

/** What is asked of a git host's API, whichever it is. Names are those of repositories of the owner that is configured. */
interface RemoteGit {
    /** For people: "GitHub". */
    String title();

    Optional<Remote> find(String name) throws IOException;

    /** Private, from the owner's template repository of this name. */
    void create(String name, String template, String description) throws IOException;

    void describe(String name, String description) throws IOException;

    /** @return false: the host knows nobody of this name */
    boolean admit(String name, String user, Role role) throws IOException;

    void archive(String name, boolean archived) throws IOException;

    enum Role {
        /** Whose it is. */
        MAINTAINER,
        WRITER
    }

    /** @param filled whether the template's files are in it already, as far as the host says */
    record Remote(String cloneUrl, String description, boolean archived, boolean filled) {}
}
