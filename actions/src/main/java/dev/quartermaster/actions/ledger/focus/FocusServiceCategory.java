package dev.quartermaster.actions.ledger.focus;

/** Categories of FOCUS by what a thing is charged for, so that a new golden path needs none of its own. */
enum FocusServiceCategory {
    MODELS("AI and Machine Learning", "Generative AI"),
    COMPUTE("Compute", "Containers"),
    STORAGE("Storage", "Other (Storage)"),
    OTHER("Other", "Other (Other)");

    private final String category;
    private final String subcategory;

    FocusServiceCategory(String category, String subcategory) {
        this.category = category;
        this.subcategory = subcategory;
    }

    /** The dearest kind decides: what computes and stores is compute. */
    static FocusServiceCategory of(FocusCharge charge) {
        if (!charge.ofLease()) {
            return MODELS;
        }
        if (charge.resources().stream()
                .anyMatch(resource ->
                        resource.equals("cpu") || resource.equals("memory") || resource.startsWith("gpu."))) {
            return COMPUTE;
        }
        if (charge.resources().contains("tokens")) {
            return MODELS;
        }
        return charge.resources().contains("storage") ? STORAGE : OTHER;
    }

    String category() {
        return category;
    }

    String subcategory() {
        return subcategory;
    }
}
