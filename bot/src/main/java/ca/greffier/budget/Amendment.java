package ca.greffier.budget;

import ca.greffier.command.PersonId;
import ca.greffier.text.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An amount that a commitment had from an instant on, and why. */
record Amendment(Instant at, Money amount, String why, @Nullable PersonId person) {}
