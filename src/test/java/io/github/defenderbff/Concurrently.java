package io.github.defenderbff;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does the same many times at once. */
public final class Concurrently {

	private Concurrently() {
	}

	/** Runs the task for the numbers below {@code times}; the results in that order. */
	public static <T> List<T> run(int times, IntFunction<T> task) {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var tasks = IntStream.range(0, times).<Callable<T>>mapToObj((number) -> () -> task.apply(number)).toList();
			var results = new ArrayList<T>();
			for (var result : threads.invokeAll(tasks)) {
				results.add(result.get());
			}
			return results;
		}
		catch (ExecutionException ex) {
			throw new AssertionError(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

}
