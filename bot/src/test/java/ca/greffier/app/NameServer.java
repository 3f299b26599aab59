package ca.greffier.app;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A name server of one machine (RFC 1035): answers TXT, A and PTR from a map, over UDP. */
final class NameServer implements AutoCloseable {
  private static final Map<Integer, String> TYPES = Map.of(1, "A", 12, "PTR", 16, "TXT");
  private static final int NO_SUCH_NAME = 3;

  private final DatagramSocket socket;
  private final Map<String, List<String>> records;

  /**
   * @param records by type and name: {@code TXT exemple.ca}
   */
  NameServer(Map<String, List<String>> records) throws IOException {
    this.socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    this.records = records;
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    byte[] buffer = new byte[512];
    while (!socket.isClosed()) {
      DatagramPacket asked = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(asked);
        byte[] answer = answer(ByteBuffer.wrap(buffer, 0, asked.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private byte[] answer(ByteBuffer question) throws IOException {
    short id = question.getShort();
    question.position(12);
    StringBuilder name = new StringBuilder();
    for (int length = question.get(); length > 0; length = question.get()) {
      byte[] label = new byte[length];
      question.get(label);
      name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
    }
    int type = question.getShort();
    String asked = TYPES.get(type) + " " + name.toString().toLowerCase(Locale.ROOT);
    List<String> values = records.getOrDefault(asked, List.of());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeShort(id);
    out.writeShort(0x8580 | (values.isEmpty() ? NO_SUCH_NAME : 0));
    out.writeShort(1);
    out.writeShort(values.size());
    out.writeInt(0);
    writeName(out, name.toString());
    out.writeShort(type);
    out.writeShort(1);
    for (String value : values) {
      byte[] data = data(type, value);
      writeName(out, name.toString());
      out.writeShort(type);
      out.writeShort(1);
      out.writeInt(60);
      out.writeShort(data.length);
      out.write(data);
    }
    return bytes.toByteArray();
  }

  private static byte[] data(int type, String value) throws IOException {
    if (type == 1) return InetAddress.getByName(value).getAddress();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    if (type == 12) writeName(out, value);
    else
      for (int i = 0; i < value.length(); i += 255) {
        String piece = value.substring(i, Math.min(value.length(), i + 255));
        out.writeByte(piece.length());
        out.writeBytes(piece);
      }
    return bytes.toByteArray();
  }

  private static void writeName(DataOutputStream out, String name) throws IOException {
    for (String label : name.split("\\.")) {
      out.writeByte(label.length());
      out.writeBytes(label);
    }
    out.writeByte(0);
  }
}
