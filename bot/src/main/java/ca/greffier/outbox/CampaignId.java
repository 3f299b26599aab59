package ca.greffier.outbox;

import ca.greffier.store.Id;

/** A campaign's number. */
public record CampaignId(long value) implements Id {}
