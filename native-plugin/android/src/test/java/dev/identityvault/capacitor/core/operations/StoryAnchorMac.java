package dev.identityvault.capacitor.core.operations;

import dev.identityvault.capacitor.core.ports.AnchorMac;

final class StoryAnchorMac extends StoryKeys implements AnchorMac {
    StoryAnchorMac(StoryDevice device) {
        super(device);
    }

    @Override
    public byte[] mac(String name, byte[] data) {
        return sign(name, data);
    }
}
