/**
 * The register of risks and of occasions to seize (domain.md K22), and beside it the issues: what
 * has happened. Every review is kept, so that any past day can be read again. Tables: {@code risk},
 * {@code risk_review}, {@code project_issue}. Sweep: {@code revues}.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.risk;
