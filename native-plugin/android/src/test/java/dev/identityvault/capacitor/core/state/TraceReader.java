package dev.identityvault.capacitor.core.state;

import dev.identityvault.capacitor.core.codec.Enrolment;
import dev.identityvault.capacitor.core.ports.CoreErrorCode;
import dev.identityvault.capacitor.core.state.StateEvent.PromptEnd;
import dev.identityvault.capacitor.core.state.StateEvent.PromptEnd.Outcome;
import dev.identityvault.capacitor.core.support.VectorCase;

import java.util.Locale;

/** Reads what {@code vectors/README.md} says of traces of the lock. */
final class TraceReader {
    private TraceReader() {}

    static LockSettings settings(VectorCase settings) {
        return new LockSettings(
                moment(settings, "lockAfter"),
                settings.flag("hideScreen"),
                settings.number("idleTimeout", 0),
                settings.number("sessionTimeout", 0));
    }

    /** {@code null}: it says that there is none. */
    static Long moment(VectorCase of, String name) {
        return of.json(name).isJsonNull() ? null : (Long) of.number(name);
    }

    static String nameOf(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static StateEvent event(VectorCase event) {
        return switch (event.text("type")) {
            case "tick" -> new StateEvent.Tick();
            case "found" -> new StateEvent.Found(found(event.text("vault")));
            case "created" -> new StateEvent.Created(custody(event.text("custody")));
            case "erased" -> new StateEvent.Erased();
            case "damaged" -> new StateEvent.Damaged(code(event));
            case "activity" -> new StateEvent.Activity();
            case "configure" -> new StateEvent.Configure(settings(event.object("settings")));
            case "deactivate" -> new StateEvent.Deactivate();
            case "activate" -> new StateEvent.Activate();
            case "pause" -> new StateEvent.Pause();
            case "resume" -> new StateEvent.Resume();
            case "lock" -> new StateEvent.Lock();
            default -> request(event);
        };
    }

    private static StateEvent request(VectorCase event) {
        return switch (event.text("type")) {
            case "unlock" -> new StateEvent.Unlock(event.text("caller"), event.flag("automatic"));
            case "opened" -> new StateEvent.Opened(event.number("epoch"));
            case "promptBegin" -> new StateEvent.PromptBegin();
            case "promptEnd" -> promptEnd(event);
            case "leaseBegin" -> new StateEvent.LeaseBegin(event.text("id"), event.texts("names"));
            case "leaseWrite" ->
                    new StateEvent.LeaseWrite(
                            event.text("id"), event.texts("names"), event.flag("unchanged"));
            case "leaseEnd" -> new StateEvent.LeaseEnd(event.text("id"));
            default -> throw new AssertionError("no event " + event.text("type"));
        };
    }

    private static PromptEnd promptEnd(VectorCase event) {
        int id = (int) event.number("enrolment", 0);
        boolean erases = event.flag("erases", false);
        String outcome = event.text("outcome");
        if (outcome.equals("ok")) return PromptEnd.ok();
        if (outcome.equals("done")) return PromptEnd.done();
        return new PromptEnd(
                Outcome.FAILED, CoreErrorCode.valueOf(outcome), Enrolment.ofId(id), erases);
    }

    static StateEffect effect(VectorCase effect) {
        return switch (effect.text("type")) {
            case "showPrompt" -> new StateEffect.ShowPrompt();
            case "resolve" -> new StateEffect.Resolve(effect.texts("callers"));
            case "reject" -> new StateEffect.Reject(effect.texts("callers"), code(effect));
            case "dropKey" -> new StateEffect.DropKey();
            case "dropOpened" -> new StateEffect.DropOpened();
            case "keepOpened" -> new StateEffect.KeepOpened();
            case "markSlotDead" -> new StateEffect.MarkSlotDead();
            case "erase" -> new StateEffect.Erase();
            case "grantLease" -> new StateEffect.GrantLease(effect.text("id"));
            case "denyLease" -> new StateEffect.DenyLease(effect.text("id"), code(effect));
            case "writeWithLease" -> new StateEffect.WriteWithLease(effect.text("id"));
            default -> told(effect);
        };
    }

    private static StateEffect told(VectorCase effect) {
        return switch (effect.text("type")) {
            case "notifyUnlocked" -> new StateEffect.NotifyUnlocked();
            case "notifyLocked" ->
                    new StateEffect.NotifyLocked(effect.flag("saved"), effect.flag("timeout"));
            case "notifyErased" -> new StateEffect.NotifyErased();
            case "notifyIdle" -> new StateEffect.NotifyIdle(effect.number("remaining"));
            case "notifyActive" -> new StateEffect.NotifyActive();
            case "cover" -> new StateEffect.Cover();
            case "uncover" -> new StateEffect.Uncover();
            case "uncoverWhenAcknowledged" ->
                    new StateEffect.UncoverWhenAcknowledged(effect.number("limit"));
            default -> throw new AssertionError("no effect " + effect.text("type"));
        };
    }

    private static CoreErrorCode code(VectorCase of) {
        return CoreErrorCode.valueOf(of.text("code"));
    }

    private static Custody found(String vault) {
        return vault.equals("absent") ? null : custody(vault);
    }

    private static Custody custody(String name) {
        return Custody.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
