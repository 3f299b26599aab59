package ca.greffier.directory;

import org.jspecify.annotations.Nullable;

/**
 * A group that works, decides or delivers.
 *
 * @param code short and stable: {@code GT-NUM}
 * @param channel the id of its Discord channel, if it has one
 */
public record Body(BodyId id, String code, String name, BodyKind kind, @Nullable String channel) {}
