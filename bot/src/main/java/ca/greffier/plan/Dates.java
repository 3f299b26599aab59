package ca.greffier.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a deliverable.
 *
 * @param original the first date ever approved; it never moves
 * @param baseline the date last approved; only an approved change moves it (domain.md K23)
 * @param forecast the date now expected
 * @param reached the date it was handed over
 * @param accepted the date it was accepted
 * @param cancelled the date it was given up
 */
public record Dates(
    @Nullable LocalDate original,
    @Nullable LocalDate baseline,
    @Nullable LocalDate forecast,
    @Nullable LocalDate reached,
    @Nullable LocalDate accepted,
    @Nullable LocalDate cancelled) {}
