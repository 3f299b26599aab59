/**
 * Pages and forms, for people who have only a link: the form of an Ask ({@code /r/TOKEN}),
 * one-click unsubscribe ({@code /u/TOKEN}), and for those who run the house {@code /health} and
 * {@code /metrics}. A GET never acts, since mail scanners follow links. Those who sign in ({@code
 * /entree}) see the board ({@code /tableau}) and have two cookies, nobody else has any. One page
 * runs a script, its own: that where a draft is written. The only place for HTTP. It owns no table
 * and no sweep.
 */
@org.jspecify.annotations.NullMarked
package ca.greffier.web;
