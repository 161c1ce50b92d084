package io.github.defenderbff.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Objects;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.WebConnection;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A connection that is taken from the container once the head of its answer is written.
 * The container keeps some 130 kB of buffers for each request under way; in this way it
 * has them back. The answer is an ordinary one, which ends where the connection does (RFC
 * 9112 section 6.3). It is public since the container creates it.
 */
public final class TakenConnection implements InternalHttpUpgradeHandler, Line {

	/** How long a write may wait for a slow reader, in milliseconds. */
	private static final long LONGEST_WRITE = 20_000;

	private static final int SMALL = 256;

	private @Nullable Stream stream;

	private volatile @Nullable SocketWrapperBase<?> socket;

	/**
	 * Answers a request with an open stream, which is written once the container is done
	 * with the request.
	 * @param whenOver what to do once it is over, for whatever reason
	 */
	static Stream open(HttpServletRequest request, HttpServletResponse response, Runnable whenOver)
			throws IOException, ServletException {
		var connection = request.upgrade(TakenConnection.class);
		var stream = new Stream(connection, whenOver);
		connection.stream = stream;
		response.setStatus(HttpServletResponse.SC_OK);
		response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader(HttpHeaders.CONNECTION, "close");
		response.setHeader("X-Accel-Buffering", "no");
		response.flushBuffer();
		return stream;
	}

	private Stream stream() {
		return Objects.requireNonNull(this.stream);
	}

	@Override
	public void setSocketWrapper(SocketWrapperBase<?> wrapper) {
		wrapper.setWriteTimeout(LONGEST_WRITE);
		this.socket = wrapper;
	}

	@Override
	public void init(WebConnection connection) {
		stream().ready();
	}

	@Override
	public void write(byte[] bytes) throws IOException {
		var wrapper = Objects.requireNonNull(this.socket);
		wrapper.write(true, bytes, 0, bytes.length);
		wrapper.flush(true);
	}

	/** The container closes it, on a thread of its own. */
	@Override
	public void close() {
		var wrapper = this.socket;
		if (wrapper != null) {
			wrapper.processSocket(SocketEvent.DISCONNECT, true);
		}
	}

	/** Nothing is expected; what comes is the end, or is passed over. */
	@Override
	public SocketState upgradeDispatch(SocketEvent event) {
		return (event == SocketEvent.OPEN_READ && !stream().isClosed() && isOpen()) ? SocketState.UPGRADED
				: SocketState.CLOSED;
	}

	private boolean isOpen() {
		try {
			var read = Objects.requireNonNull(this.socket).read(false, ByteBuffer.allocate(SMALL));
			return read >= 0;
		}
		catch (IOException _) {
			return false;
		}
	}

	@Override
	public void destroy() {
		stream().lose();
	}

	@Override
	public void pause() {
	}

	@Override
	public void timeoutAsync(long now) {
	}

	@Override
	public void setSslSupport(SSLSupport support) {
	}

}
