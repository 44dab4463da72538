package dev.quartermaster.actions.cluster.simulated.object;

/** One kind of object as the API names it. {@code group} is empty for the core kinds. */
public record Kind(String group, String version, String name, String plural, boolean namespaced) {
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As in the server's messages about an object that is invalid: {@code StatefulSet.apps}. */
    String qualified() {
        return group.isEmpty() ? name : name + "." + group;
    }

    /** As in the server's messages about an object that is absent or in the way: {@code statefulsets.apps}. */
    public String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }
}
