package dev.identityvault.capacitor.vaults;

import java.util.HashSet;
import java.util.Set;

/** One screen for several owners: covered until the last who covered it has uncovered. */
final class SharedScreen {
    private final ScreenCover screen;
    private final Set<Object> holders = new HashSet<>();

    SharedScreen(ScreenCover screen) {
        this.screen = screen;
    }

    /** The share of one owner. */
    ScreenCover newShare() {
        Object share = new Object();
        return new ScreenCover() {
            @Override
            public void cover() {
                synchronized (holders) {
                    holders.add(share);
                    screen.cover();
                }
            }

            @Override
            public void uncover() {
                synchronized (holders) {
                    if (holders.remove(share) && holders.isEmpty()) screen.uncover();
                }
            }
        };
    }
}
