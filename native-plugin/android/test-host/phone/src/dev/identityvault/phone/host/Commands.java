package dev.identityvault.phone.host;

import dev.identityvault.phone.device.DeviceEvents;
import dev.identityvault.phone.device.FakeDevice;
import dev.identityvault.phone.device.Person;
import java.io.File;
import java.net.CookieHandler;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

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
            case "show" -> host.activityOf(command).restart().start().resume();
            case "leave" -> host.activityOf(command).pause().stop();
            case "activate" -> host.activityOf(command).resume();
            case "deactivate" -> host.activityOf(command).pause();
            case "rotate" -> host.activityOf(command).recreate();
            case "close" -> host.activityOf(command).pause().stop().destroy();
            case "arrive" -> host.browser.open(command);
            case "connect" -> host.connect();
            case "back" -> host.keys.back();
            case "splitScreen" -> host.besideAnother(true);
            case "wholeScreen" -> host.besideAnother(false);
            case "useOther" -> host.focus(false);
            case "useApp" -> host.focus(true);
            case "pass" -> host.pass(command.getLong("milliseconds"));
            case "will" -> device.person.will(texts(command.getJSONArray("answers")));
            case "always" -> device.person.always(command.has("answer") ? command.getString("answer") : null);
            case "enter" -> enter(command);
            case "type" -> host.entry.type(command.getString("text"));
            case "fail" -> fail(device, command);
            case "device" -> change(device, command.getString("event"));
            case "draw" -> {
                return drawn(command);
            }
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

    private static JSONObject drawn(JSONObject command) throws JSONException {
        Drawing drawing = new Drawing();
        if (command.has("file")) drawing.writeTo(new File(command.getString("file")));
        return drawing.facts();
    }

    private void enter(JSONObject command) throws JSONException {
        if (command.optBoolean("waits")) host.entry.waits();
        else host.entry.will(command.has("passcode") ? command.getString("passcode") : null);
    }

    private void launch(JSONObject command) {
        try {
            host.launch(command);
        } catch (ReflectiveOperationException | JSONException failure) {
            throw new IllegalStateException(failure);
        }
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
        device.failures.plan(command.getString("operation"), command.getString("exception"), command.optInt("after"), command.optInt("times", 1));
    }

    private void change(FakeDevice device, String event) {
        DeviceEvents.happen(event, device);
        host.services.tell();
    }

    private JSONObject state(FakeDevice device) throws JSONException {
        JSONArray prompts = new JSONArray();
        for (Person.Shown shown : device.person.prompts())
            prompts.put(new JSONObject().put("prompt", shown.prompt()).put("text", shown.text()));
        return new JSONObject()
                .put("isPasscodeSet", device.isScreenLockSet)
                .put("enrolment", device.enrolment)
                .put("isLockedOut", device.isLockedOut())
                .put("prompts", prompts)
                .put("isBeingAsked", device.person.isBeingAsked() || host.entry.isShown())
                .put("isStopped", device.failures.isStopped())
                .put("isStorageFull", DeviceEvents.isStorageFull(device))
                .put("keys", new JSONArray(device.keys.keySet()))
                .put("cookieHandler", String.valueOf(CookieHandler.getDefault()).split("@", 2)[0])
                .put("sdk", Host.sdk());
    }

    private static List<String> texts(JSONArray array) throws JSONException {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < array.length(); index += 1) texts.add(array.getString(index));
        return texts;
    }
}
