/**
 * What must leave the house: letters and chat posts. An action writes its effect and its outbox
 * rows together; then rows are claimed, carried outside any transaction, and settled.
 *
 * <p>A letter to many is a {@link ca.greffier.outbox.Campaign}: {@code Campaigns} begins it, {@code
 * CampaignRun} carries it. Tables: {@code outbox}, {@code suppression}, {@code campaign}, {@code
 * campaign_letter}, {@code campaign_chunk}, {@code campaign_hour}, {@code campaign_host_hour}; the
 * view {@code parcel} shows all that leaves. Sweeps: {@code envois}, {@code campagnes}.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.outbox;
