package dev.identityvault.phone.host;

import android.app.Activity;
import dev.identityvault.phone.device.DeviceEvents;
import dev.identityvault.phone.device.FakeDevice;
import dev.identityvault.phone.device.Person;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import org.robolectric.android.controller.ActivityController;

/** What a line can ask for. The names are those of the host for iOS. */
final class Commands {
    private final Host host;
    private final Looking looking;

    Commands(Host host) {
        this.host = host;
        looking = new Looking(host);
    }

    void take(JSONObject command) throws JSONException {
        int id = command.getInt("id");
        String name = command.getString("do");
        switch (name) {
            case "message" -> host.post(id, command.getString("method"), command.optJSONObject("options"));
            case "settle" -> {
                settle();
                Lines.answer(id, "done", true);
            }
            default -> Lines.answer(id, "result", result(name, command));
        }
    }

    private Object result(String name, JSONObject command) throws JSONException {
        FakeDevice device = FakeDevice.current();
        switch (name) {
            case "phone" -> FakeDevice.replaceBy(command);
            case "launch" -> launch(command);
            case "kill", "quit" -> host.end();
            case "show" -> newest().restart().start().resume();
            case "leave" -> newest().pause().stop();
            case "activate" -> newest().resume();
            case "deactivate" -> newest().pause();
            case "rotate" -> newest().recreate();
            case "back" -> newest().get().onBackPressed();
            case "pass" -> host.pass(command.getLong("milliseconds"));
            case "will" -> device.person.will(texts(command.getJSONArray("answers")));
            case "always" -> device.person.always(command.has("answer") ? command.getString("answer") : null);
            case "enter" -> host.entry.will(command.has("passcode") ? command.getString("passcode") : null);
            case "fail" -> fail(device, command);
            case "device" -> change(device, command.getString("event"));
            case "state" -> {
                return state(device);
            }
            case "look" -> {
                return looking.look();
            }
            default -> throw new IllegalArgumentException("no such command: " + name);
        }
        return true;
    }

    private void launch(JSONObject command) {
        try {
            host.launch(command);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private ActivityController<? extends Activity> newest() {
        return host.activities.get(host.activities.size() - 1);
    }

    /** What goes from one thread to another has arrived, as far as that can be known. */
    private void settle() {
        for (int round = 0; round < 8; round += 1) {
            host.idle();
            try {
                Thread.sleep(2);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void fail(FakeDevice device, JSONObject command) throws JSONException {
        device.failures.plan(command.getString("operation"), command.getString("exception"), command.optInt("times", 1));
    }

    private void change(FakeDevice device, String event) {
        DeviceEvents.happen(event, device);
        host.services.tell();
    }

    private static JSONObject state(FakeDevice device) throws JSONException {
        JSONArray prompts = new JSONArray();
        for (Person.Shown shown : device.person.prompts())
            prompts.put(new JSONObject().put("prompt", shown.prompt()).put("text", shown.text()));
        return new JSONObject()
                .put("isPasscodeSet", device.isScreenLockSet)
                .put("enrolment", device.enrolment)
                .put("isLockedOut", device.isLockedOut())
                .put("prompts", prompts)
                .put("isBeingAsked", device.person.isBeingAsked())
                .put("keys", new JSONArray(device.keys.keySet()))
                .put("sdk", Host.sdk());
    }

    private static List<String> texts(JSONArray array) throws JSONException {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < array.length(); index += 1) texts.add(array.getString(index));
        return texts;
    }
}
