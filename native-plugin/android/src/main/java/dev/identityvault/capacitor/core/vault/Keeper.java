package dev.identityvault.capacitor.core.vault;

import dev.identityvault.capacitor.core.codec.Kind;
import dev.identityvault.capacitor.core.ports.Answer;
import dev.identityvault.capacitor.core.state.StateEvent.PromptEnd;

/** The lock's effects on what this process holds and on what is stored. */
final class Keeper implements KeyKeeper {
    private final Prompts prompts;

    /** Of the prompt that is shown next: the kind of slot to ask for. {@code null}: any. */
    private Kind only;

    Keeper(Prompts prompts) {
        this.prompts = prompts;
    }

    /** In the lock's critical section, as everything here. */
    void askOnlyFor(Kind kind) {
        only = kind;
    }

    @Override
    public void dropKey() {
        prompts.session().drop();
    }

    @Override
    public void dropOpened() {
        prompts.session().dropOpened();
    }

    @Override
    public void keepOpened() {
        prompts.session().keepOpened();
    }

    @Override
    public void forgetLease() {
        prompts.session().leaseBasis(null);
    }

    @Override
    public void showPrompt(Tell tell) {
        prompts.show(only, tell)
                .whenSettled(
                        new Answer.Listener<>() {
                            @Override
                            public void onValue(PromptEnd end) {
                                tell.tell(end);
                            }

                            @Override
                            public void onFailure(Throwable mistake) {
                                throw new IllegalStateException(mistake);
                            }
                        });
    }

    @Override
    public void erase() {
        later(prompts.store()::erase);
    }

    @Override
    public void markSlotDead(Tell tell) {
        byte[] dead = prompts.session().takeDeadSlot();
        Access access = new Access(prompts.store(), prompts.session(), tell);
        later(() -> access.markSlotDead(dead));
    }

    /** A failure shows with the next operation. */
    private void later(Runnable task) {
        prompts.operations()
                .apart(
                        () -> {
                            task.run();
                            return null;
                        });
    }
}
