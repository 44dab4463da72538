package dev.quartermaster.actions.cluster.simulated;

/** One kind of object as the API names it. {@code group} is empty for the core kinds. */
record Kind(String group, String version, String name, String plural, boolean namespaced) {
    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As in the server's messages about an object that is invalid: {@code StatefulSet.apps}. */
    String qualified() {
        return group.isEmpty() ? name : name + "." + group;
    }

    /** As in the server's messages about an object that is absent or in the way: {@code statefulsets.apps}. */
    String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }
}
