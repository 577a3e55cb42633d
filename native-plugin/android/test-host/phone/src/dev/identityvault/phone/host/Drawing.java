package dev.identityvault.phone.host;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Rect;
import android.text.Layout;
import android.view.View;
import android.widget.TextView;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** The topmost window, drawn by Android's own graphics. */
final class Drawing {
    private final View window;
    private final Bitmap picture;

    Drawing() {
        List<View> roots = Windows.roots();
        window = roots.get(roots.size() - 1);
        picture = Bitmap.createBitmap(window.getWidth(), window.getHeight(), Bitmap.Config.ARGB_8888);
        window.draw(new Canvas(picture));
    }

    void writeTo(File file) {
        try (FileOutputStream output = new FileOutputStream(file)) {
            picture.compress(Bitmap.CompressFormat.PNG, 100, output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What can be said of it without eyes. */
    JSONObject facts() throws JSONException {
        Set<Integer> colors = new HashSet<>();
        double light = 0;
        long opaque = 0;
        for (int y = 0; y < picture.getHeight(); y += 1) {
            for (int x = 0; x < picture.getWidth(); x += 1) {
                int color = picture.getPixel(x, y);
                colors.add(color);
                if (Color.alpha(color) < 255) continue;
                light += Color.luminance(color);
                opaque += 1;
            }
        }
        return new JSONObject()
                .put("width", picture.getWidth())
                .put("height", picture.getHeight())
                .put("colors", colors.size())
                .put("light", opaque == 0 ? 0 : light / opaque)
                .put("texts", texts());
    }

    private JSONArray texts() throws JSONException {
        JSONArray texts = new JSONArray();
        for (View view : Windows.in(window))
            if (view instanceof TextView text && words(text).length() > 0) texts.put(text(text));
        return texts;
    }

    private static String words(TextView text) {
        CharSequence words = text.length() > 0 ? text.getText() : text.getHint();
        return words == null ? "" : words.toString();
    }

    private static JSONObject text(TextView view) throws JSONException {
        Rect seen = new Rect();
        boolean isSeen = view.getLocalVisibleRect(seen) && seen.width() == view.getWidth() && seen.height() == view.getHeight();
        return new JSONObject()
                .put("text", words(view))
                .put("size", view.getTextSize())
                .put("isWhole", isWhole(view))
                .put("isSeen", isSeen);
    }

    /** Nothing of it is cut off, and nothing is put in place of its end. */
    private static boolean isWhole(TextView view) {
        Layout layout = view.getLayout();
        if (layout == null) return false;
        for (int line = 0; line < layout.getLineCount(); line += 1) {
            boolean isTooWide = layout.getLineWidth(line) > room(view);
            if (isTooWide || layout.getEllipsisCount(line) > 0) return false;
        }
        return layout.getHeight() + view.getCompoundPaddingTop() + view.getCompoundPaddingBottom() <= view.getHeight();
    }

    private static float room(TextView view) {
        return view.getWidth() - view.getCompoundPaddingLeft() - view.getCompoundPaddingRight() + 1;
    }
}
