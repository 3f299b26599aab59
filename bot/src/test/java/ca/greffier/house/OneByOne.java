package ca.greffier.house;

import ca.greffier.outbox.BulkCarrier;
import ca.greffier.outbox.Campaign;
import ca.greffier.outbox.Carrier;
import ca.greffier.outbox.Later;
import ca.greffier.outbox.Line;
import ca.greffier.outbox.Never;
import ca.greffier.outbox.Parcel;
import ca.greffier.outbox.Recipient;
import org.jspecify.annotations.Nullable;

/** A line over a carrier that knows single parcels only. */
final class OneByOne implements BulkCarrier {
  private final Carrier carrier;

  OneByOne(Carrier carrier) {
    this.carrier = carrier;
  }

  @Override
  public int mostLines() {
    return 1;
  }

  @Override
  public Line open(Campaign campaign) {
    return new Single(campaign);
  }

  private final class Single implements Line {
    private final Campaign campaign;
    private @Nullable Recipient begun;

    Single(Campaign campaign) {
      this.campaign = campaign;
    }

    @Override
    public void begin(Recipient to) {
      begun = to;
    }

    @Override
    public String end(Recipient next) throws Later, Never {
      try {
        return end();
      } finally {
        begun = next;
      }
    }

    @Override
    public String end() throws Later, Never {
      Recipient to = begun;
      if (to == null) throw new IllegalStateException("no letter was begun");
      begun = null;
      return carrier.carry(new Parcel(to.id(), to.onceKey(), 1, campaign.to(to)));
    }

    @Override
    public void follow() {
      // it was begun when it was announced
    }

    @Override
    public void close() {
      begun = null;
    }
  }
}
