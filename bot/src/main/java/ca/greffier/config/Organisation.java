package ca.greffier.config;

import org.jspecify.annotations.Nullable;

/**
 * Who sends: what every newsletter must say of its sender (domain.md C13, Canada's anti-spam law).
 *
 * @param address the postal address, on one line
 * @param phone at least one of phone, email and web is given
 */
public record Organisation(
    String name,
    String address,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String web) {

  static Organisation read(Section section) {
    Organisation organisation =
        new Organisation(
            section.text("name"),
            section.text("address"),
            section.optionalAddress("email").orElse(null),
            section.find("phone").orElse(null),
            section.url("web", "https", "http").map(Object::toString).orElse(null));
    section.end();
    if (organisation.email == null && organisation.phone == null && organisation.web == null)
      section.fault("config.organisation");
    return organisation;
  }
}
