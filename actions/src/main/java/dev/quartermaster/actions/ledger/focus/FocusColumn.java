package dev.quartermaster.actions.ledger.focus;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the dataset "Cost and Usage" that apply to what is sold here, in their order, and one of our own after
 * them. Not applicable, and therefore left out: commitments, contracts, regions, invoices, a currency of pricing, and
 * unit prices (a lease's rate is the sum of several and stands in {@code x_RatePerHour}).
 */
enum FocusColumn {
    BILLED_COST("BilledCost", FocusLine::amount),
    BILLING_ACCOUNT_ID("BillingAccountId", line -> line.organisation().name()),
    BILLING_ACCOUNT_NAME("BillingAccountName", line -> line.organisation().name()),
    BILLING_CURRENCY("BillingCurrency", line -> line.charge().currency()),
    BILLING_PERIOD_END("BillingPeriodEnd", FocusLine::billingPeriodEnd),
    BILLING_PERIOD_START("BillingPeriodStart", FocusLine::billingPeriodStart),
    CHARGE_CATEGORY("ChargeCategory", line -> "Usage"),
    CHARGE_CLASS("ChargeClass", line -> line.charge().corrects() == null ? null : "Correction"),
    CHARGE_DESCRIPTION("ChargeDescription", FocusLine::description),
    CHARGE_FREQUENCY("ChargeFrequency", line -> "Usage-Based"),
    CHARGE_PERIOD_END("ChargePeriodEnd", line -> line.charge().to().toString()),
    CHARGE_PERIOD_START("ChargePeriodStart", line -> line.charge().from().toString()),
    CONSUMED_QUANTITY("ConsumedQuantity", line -> Long.toString(line.charge().quantity())),
    CONSUMED_UNIT("ConsumedUnit", FocusLine::consumedUnit),
    CONTRACTED_COST("ContractedCost", FocusLine::amount),
    EFFECTIVE_COST("EffectiveCost", FocusLine::amount),
    HOST_PROVIDER_NAME("HostProviderName", line -> line.organisation().name()),
    INVOICE_ISSUER_NAME("InvoiceIssuerName", line -> line.organisation().name()),
    LIST_COST("ListCost", FocusLine::amount),
    PRICING_QUANTITY("PricingQuantity", FocusLine::pricingQuantity),
    PRICING_UNIT("PricingUnit", FocusLine::pricingUnit),
    RESOURCE_ID("ResourceId", FocusLine::resource),
    RESOURCE_NAME("ResourceName", line -> null),
    RESOURCE_TYPE("ResourceType", FocusLine::resourceType),
    SERVICE_CATEGORY(
            "ServiceCategory", line -> FocusServiceCategory.of(line.charge()).category()),
    SERVICE_NAME("ServiceName", line -> line.charge().path()),
    SERVICE_PROVIDER_NAME("ServiceProviderName", line -> line.organisation().name()),
    SERVICE_SUBCATEGORY(
            "ServiceSubcategory", line -> FocusServiceCategory.of(line.charge()).subcategory()),
    SKU_ID("SkuId", FocusLine::sku),
    SKU_METER("SkuMeter", FocusLine::meter),
    SKU_PRICE_DETAILS("SkuPriceDetails", line -> null),
    SKU_PRICE_ID("SkuPriceId", FocusLine::sku),
    SUB_ACCOUNT_ID("SubAccountId", line -> line.team().id().value()),
    SUB_ACCOUNT_NAME("SubAccountName", line -> line.team().title()),
    TAGS("Tags", FocusLine::tags),
    RATE_PER_HOUR("x_RatePerHour", FocusLine::rate);

    private final String id;
    private final Function<FocusLine, @Nullable String> value;

    FocusColumn(String id, Function<FocusLine, @Nullable String> value) {
        this.id = id;
        this.value = value;
    }

    String id() {
        return id;
    }

    /** Null: has none. */
    @Nullable
    String of(FocusLine line) {
        return value.apply(line);
    }
}
