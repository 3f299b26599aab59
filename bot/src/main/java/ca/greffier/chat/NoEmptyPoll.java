package ca.greffier.chat;

import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JDA writes in each message that it has no poll. Discord takes it so; Spacebar refuses the
 * message, since nothing is not a poll.
 */
final class NoEmptyPoll implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    RequestBody body = request.body();
    if (body == null || !isJson(body.contentType())) return chain.proceed(request);
    Buffer written = new Buffer();
    body.writeTo(written);
    JsonNode json = JsonMapper.shared().readTree(written.readByteArray());
    drop(json);
    RequestBody without =
        RequestBody.create(JsonMapper.shared().writeValueAsBytes(json), body.contentType());
    return chain.proceed(request.newBuilder().method(request.method(), without).build());
  }

  private static boolean isJson(@Nullable MediaType type) {
    return type != null && type.subtype().equals("json");
  }

  /** At any depth: a reply holds its message. */
  private static void drop(JsonNode json) {
    for (JsonNode each : json) drop(each);
    if (!json.isObject()) return;
    Iterator<Map.Entry<String, JsonNode>> fields = json.properties().iterator();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> field = fields.next();
      if (field.getKey().equals("poll") && field.getValue().isNull()) fields.remove();
    }
  }
}
