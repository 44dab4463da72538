/**
 * Keys to the organisation's shared language models, behind a LiteLLM proxy. Its door is the provider; it knows the contract
 * of providers and no other provider.
 */
@NullMarked
package dev.quartermaster.actions.provider.modelkey;

import org.jspecify.annotations.NullMarked;
