package io.github.sandbox.defender;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import io.github.sandbox.entra.GraphHunting;
import io.github.sandbox.organisation.Organisation;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/**
 * A server that looks like the Defender API and decides for itself what a caller may see
 * and do.
 */
public final class DefenderLookAlike implements AutoCloseable {

	/** Text that refusals carry and that must never reach a browser. */
	public static final String INTERNAL_TEXT = AccessCheck.INTERNAL;

	private final Controls controls;

	private final Estate estate;

	private final WebServer server;

	private DefenderLookAlike(Controls controls, Estate estate, WebServer server) {
		this.controls = controls;
		this.estate = estate;
		this.server = server;
	}

	/**
	 * Starts the server.
	 * @param port the port, or 0 for any free one
	 * @param organisation whose devices and people it knows
	 * @param jwksUri where the token issuer publishes its keys; asked when the first
	 * token arrives
	 * @param clock the time for tokens, throttling and actions
	 */
	public static DefenderLookAlike start(int port, Organisation organisation, Supplier<URI> jwksUri, Clock clock) {
		Controls controls = new Controls(clock);
		Estate estate = new Estate(organisation, clock);
		FrontDoor door = new FrontDoor(new Bearer(organisation, jwksUri, clock), Operations.of(estate), controls);
		TomcatServletWebServerFactory tomcat = new TomcatServletWebServerFactory(port);
		tomcat.setRegisterDefaultServlet(false);
		tomcat.addEngineValves(new DroppedConnections());
		tomcat.addConnectorCustomizers(DefenderLookAlike::useVirtualThreads);
		WebServer server = tomcat.getWebServer((context) -> {
			context.addServlet("defender", door).addMapping("/");
			context.addServlet("storage", estate.storage()).addMapping(Storage.PATH + "*");
		});
		server.start();
		estate.storage().at(URI.create("http://localhost:" + server.getPort()));
		return new DefenderLookAlike(controls, estate, server);
	}

	/** The port it listens on. */
	public int port() {
		return this.server.getPort();
	}

	/** The address to configure as Defender's, without a path. */
	public URI baseUri() {
		return URI.create("http://localhost:" + port());
	}

	/** Hunting in the same tables by way of Microsoft Graph. */
	public GraphHunting hunting() {
		return new GraphHunts(this.estate);
	}

	/**
	 * Forgets every change, fault, challenge, record and counted call; the settings stay.
	 */
	public void reset() {
		this.estate.reset();
		this.controls.clear();
	}

	/** Sets where links to files lead. */
	public void storageAt(URI address) {
		this.estate.storage().at(address);
	}

	/** The names of the headers that files were fetched with, oldest first. */
	public List<List<String>> fetched() {
		return this.estate.storage().requests();
	}

	/** The latest 10,000 requests, oldest first. */
	public List<ReceivedRequest> requests() {
		return this.controls.log().all();
	}

	/** How many answers are being written right now. */
	public int underway() {
		return this.controls.underway();
	}

	/** Lets the next request that has no fault yet fail. */
	public void failNext(Fault fault) {
		this.controls.faults().add(fault);
	}

	/**
	 * Lets every request fail whose path ends so and that has no other fault, until the
	 * next reset.
	 */
	public void failAt(String endOfPath, Fault fault) {
		this.controls.faults().addAt(endOfPath, fault);
	}

	/** Lets the next requests wait until so many are there. */
	public void letMeet(int requests) {
		this.controls.meeting().of(requests);
	}

	/** Whether those that were to wait for each other were all there together. */
	public boolean met() {
		return this.controls.meeting().tookPlace();
	}

	/**
	 * Answers every call with a person's token with a claims challenge, until the next
	 * reset, unless the token says that authentication context c1 was satisfied.
	 */
	public void demandClaims(String objectId) {
		this.controls.challenges().demand(objectId);
	}

	/** Challenges every call with a person's token, whatever the token says. */
	public void neverContent(String objectId) {
		this.controls.challenges().neverContent(objectId);
	}

	/**
	 * Sets what challenges carry as {@code claims}, word for word; null restores what
	 * they should carry.
	 */
	public void challengeWith(@Nullable String rawClaims) {
		this.controls.challenges().claims(rawClaims);
	}

	/** Delays every answer. */
	public void latency(Duration latency) {
		this.controls.settings(this.controls.settings().latency(latency));
	}

	/** Sets how many rows a page has when the client does not say. */
	public void pageSize(int rows) {
		this.controls.settings(this.controls.settings().pageSize(rows));
	}

	/** Sets how a page says where the next one is. */
	public void nextLinks(NextLinkStyle style) {
		this.controls.settings(this.controls.settings().nextLinks(style));
	}

	/**
	 * Adds this many workstations to the device group Workstations North, until the next
	 * reset.
	 */
	public void grow(int machines) {
		this.estate.grow(machines);
	}

	/** Switches request-rate throttling, which is on at first. */
	public void throttle(boolean on) {
		this.controls.throttle().on(on);
	}

	/** How many calls were throttled since the last reset. */
	public int throttled() {
		return this.controls.throttle().refused();
	}

	/**
	 * Sets how long after its order an action or investigation is in progress, and
	 * succeeded.
	 */
	public void actionTiming(Duration inProgressAfter, Duration succeededAfter) {
		ActionStates states = new ActionStates(inProgressAfter, succeededAfter);
		this.estate.actions().states(states);
		this.estate.casework().investigations().states(states);
	}

	/** Whether the device is cut off: an isolation succeeded and no release since. */
	public boolean isolated(String machineId) {
		return this.estate.actions().inForce(ActionKind.ISOLATE, ActionKind.UNISOLATE, machineId);
	}

	/** Whether the device runs only trusted applications. */
	public boolean restricted(String machineId) {
		return this.estate.actions().inForce(ActionKind.RESTRICT, ActionKind.UNRESTRICT, machineId);
	}

	@Override
	public void close() {
		this.server.stop();
		this.server.destroy();
	}

	private static void useVirtualThreads(Connector connector) {
		if (connector.getProtocolHandler() instanceof Http11NioProtocol protocol) {
			protocol.setExecutor(new VirtualThreadExecutor("defender-"));
			protocol.setMaxKeepAliveRequests(-1);
			protocol.setAcceptCount(1000);
		}
	}

}
