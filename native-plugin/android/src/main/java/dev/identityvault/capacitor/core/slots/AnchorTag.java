package dev.identityvault.capacitor.core.slots;

import dev.identityvault.capacitor.core.codec.Anchor;
import dev.identityvault.capacitor.core.codec.AnchorEncoder;
import dev.identityvault.capacitor.core.codec.AnchorParser;
import dev.identityvault.capacitor.core.codec.Bytes;
import dev.identityvault.capacitor.core.codec.TaggedAnchor;
import dev.identityvault.capacitor.core.ports.AnchorMac;
import dev.identityvault.capacitor.core.ports.CoreError;

/** The tag that says that an anchor is this device's. FORMAT.md §8. */
public final class AnchorTag {
    private static final byte[] LABEL = Bytes.ascii("idv1/anchor");

    private AnchorTag() {}

    /**
     * The anchor as stored, with its tag. Reads back what it wrote, so that a writer can't leave
     * the format.
     */
    public static byte[] seal(AnchorMac mac, Anchor anchor) {
        byte[] untagged = AnchorEncoder.encode(anchor);
        byte[] sealed = Bytes.concat(untagged, tagOf(mac, anchor.scope(), untagged));
        AnchorParser.parse(sealed);
        return sealed;
    }

    /**
     * @param scope whose key the tag must be of
     * @throws CoreError {@code CORRUPT}, {@code UNSUPPORTED_FORMAT}, {@code KEY_MISSING}
     */
    public static Anchor open(AnchorMac mac, byte[] scope, byte[] bytes) {
        TaggedAnchor tagged = AnchorParser.parse(bytes);
        byte[] expected = tagOf(mac, scope, tagged.untagged());
        if (!Bytes.isEqualConstantTime(expected, tagged.tag()))
            throw CoreError.corrupt("the anchor was changed");
        return tagged.anchor();
    }

    private static byte[] tagOf(AnchorMac mac, byte[] scope, byte[] untagged) {
        return mac.mac(StorageNames.anchorKey(scope), Bytes.concat(LABEL, untagged));
    }
}
