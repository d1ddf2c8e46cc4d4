-- What a device says that it can do, as it says it when it registers: the feature tags of its Contact
-- (RFC 3840) and its Allow header.
ALTER TABLE sip_registration
  ADD COLUMN features VARCHAR(255) NULL,
  ADD COLUMN allowed  VARCHAR(255) NULL;
