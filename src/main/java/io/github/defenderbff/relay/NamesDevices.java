package io.github.defenderbff.relay;

import java.util.List;

/** A request body that names machines or alerts, so that exposure can be checked. */
public interface NamesDevices {

	/** The ids, as the caller gave them. */
	List<String> deviceIds();

}
