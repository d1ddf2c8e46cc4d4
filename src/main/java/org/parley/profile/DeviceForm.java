package org.parley.profile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A desk phone or softphone to add.
 *
 * @param label the owner's word for it
 */
record DeviceForm(
    @NotBlank(message = "{profile.device.labelMissing}") @Size(max = 80, message = "{profile.device.labelLong}") @Nullable String label) {}
