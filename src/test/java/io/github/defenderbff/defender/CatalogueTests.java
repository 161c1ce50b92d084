package io.github.defenderbff.defender;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.quota.Rate;
import io.github.defenderbff.relay.Body;
import io.github.defenderbff.relay.OData;
import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.relay.Safe;
import io.github.defenderbff.relay.SignedLinks;
import io.github.defenderbff.relay.Upload;
import io.github.defenderbff.responsecache.Fresh;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Every declaration says what the catalogue of Defender's documentation says. */
@NullMarked
class CatalogueTests {

	/** Has the route of {@code informationGatheringAssessments.exportFiles}. */
	private static final String SAME_ROUTE = "deviceHealth.exportFiles";

	/** Queries too long for an address, and lists of ids. */
	private static final Set<String> READS_BY_POST = Set.of("advancedQueries.run",
			"scanDefinitions.historyByDefinition", "scanDefinitions.historyBySession");

	/** Answers that are download links. */
	private static final Set<String> LINKS = Set.of("StringValue", "ExportFilesResponse");

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

	@Test
	void declaresEveryOperationAndInventsNone() {
		var documented = Stream
			.concat(Catalogue.rows().map((row) -> row.get("id").asString()), Stream.of(Catalogue.COUNT))
			.filter((id) -> !id.equals(SAME_ROUTE));
		assertThat(Declared.all().map(Declared::id)).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(documented.toList());
		assertThat(Catalogue.rows()).hasSize(114);
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void routesAsDocumented(Declared declared) {
		var row = Catalogue.row(declared);
		var path = row.get("path").asString();
		assertThat(declared.verb()).isEqualTo(row.get("method").asString());
		assertThat(unnamed(declared.path())).isEqualTo(unnamed(path));
		assertThat(Catalogue.params(row, "path")).as("the catalogue's own").isEqualTo(Set.copyOf(variables(path)));
		assertThat(named(declared, PathVariable.class)).isEqualTo(variables(declared.path()));
		assertThat(Set.copyOf(named(declared, RequestParam.class))).isEqualTo(
				Catalogue.params(row, "query").stream().filter((name) -> !isOData(name)).collect(Collectors.toSet()));
	}

	/** Defender's pages do not, but two names for one place would be two paths. */
	@Test
	void callsAVariableTheSameInEveryPath() {
		var names = new HashMap<String, String>();
		Declared.all().map(Declared::path).forEach((path) -> VARIABLE.matcher(path).results().forEach((variable) -> {
			var place = unnamed(path.substring(0, variable.start())).toLowerCase(Locale.ROOT);
			assertThat(names.computeIfAbsent(place, (_) -> variable.group(1))).as(path).isEqualTo(variable.group(1));
		}));
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void statesTheDocumentedRate(Declared declared) {
		var row = Catalogue.row(declared).get("rate");
		var rate = declared.annotation(Rate.class);
		assertThat((rate != null) ? rate.perMinute() : Rate.USUAL_PER_MINUTE).isEqualTo(perMinute(row));
		assertThat((rate != null) ? rate.perHour() : Rate.USUAL_PER_HOUR).isEqualTo(perHour(row));
		assertThat(rate == null || perMinute(row) != Rate.USUAL_PER_MINUTE || perHour(row) != Rate.USUAL_PER_HOUR)
			.as("the usual rate is not repeated")
			.isTrue();
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void takesTheDocumentedOptions(Declared declared) {
		var row = Catalogue.row(declared).get("odata");
		var pageSize = largestPage(Catalogue.row(declared));
		var options = declared.annotation(OData.class);
		var takesQuery = Arrays.asList(declared.method().getParameterTypes()).contains(ODataQuery.class);
		assertThat(takesQuery).isEqualTo(!row.isNull() || pageSize > 0);
		assertThat(options != null).isEqualTo(takesQuery);
		if (options != null) {
			assertThat(options.filter()).containsExactlyInAnyOrderElementsOf(Catalogue.texts(row.path("filter")));
			assertThat(options.top()).isEqualTo((pageSize > 0) ? OData.UNBOUNDED : row.path("top").asInt(0));
			assertThat(options.skip()).isEqualTo(row.path("skip").asBoolean(false));
			assertThat(options.expand()).containsExactlyInAnyOrderElementsOf(Catalogue.texts(row.path("expand")));
			assertThat(options.pageSize()).isEqualTo(pageSize);
		}
	}

	/** So {@link OData} has neither. */
	@Test
	void noPageDocumentsAnOrderOrASelection() {
		assertThat(Catalogue.rows()).allSatisfy((row) -> {
			assertThat(row.path("odata").path("orderby")).isEmpty();
			assertThat(Catalogue.params(row, "query")).doesNotContain("$orderby", "$select");
		});
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void isStoredOnlyIfItIsAReadAndNoSecret(Declared declared) {
		var row = Catalogue.row(declared);
		var get = "GET".equals(row.get("method").asString());
		var safe = READS_BY_POST.contains(declared.id());
		var links = LINKS.contains(row.get("returns").asString());
		assertThat(declared.requirement().stateChange()).isEqualTo(!get && !safe);
		assertThat(declared.annotation(Safe.class) != null).isEqualTo(safe);
		assertThat(declared.annotation(SignedLinks.class) != null).isEqualTo(links);
		assertThat(declared.annotation(Fresh.class) != null).as("a lifetime for what is never stored")
			.isIn(false, get && !links);
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void answersWithTheDocumentedTypeAndStatus(Declared declared) {
		var row = Catalogue.row(declared);
		assertThat(answer(declared.method())).isEqualTo(row.get("returns").asString());
		var status = declared.method().getAnnotation(ResponseStatus.class);
		assertThat((status != null) ? status.value().value() : 200).isEqualTo(row.get("success").asInt());
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void takesTheDocumentedBody(Declared declared) {
		var properties = Stream.of(declared.method().getGenericParameterTypes())
			.map(ResolvableType::forType)
			.filter((type) -> type.toClass() == Body.class || type.toClass() == Upload.class)
			.map((type) -> type.getGeneric(0).toClass())
			.flatMap((type) -> Stream.of(type.getRecordComponents()))
			.map((component) -> {
				var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
				return (renamed != null) ? renamed.value() : component.getName();
			})
			.collect(Collectors.toSet());
		assertThat(properties).isEqualTo(Catalogue.params(Catalogue.row(declared), "body"));
	}

	private static int perMinute(JsonNode rate) {
		return rate.path("perMinute").asInt(Rate.UNSTATED);
	}

	private static int perHour(JsonNode rate) {
		return rate.path("perHour").asInt(Rate.UNSTATED);
	}

	private static boolean isOData(String parameter) {
		return parameter.startsWith("$") || "pageSize".equals(parameter);
	}

	/**
	 * The maximum that the note on {@code pageSize} ends with; zero without the
	 * parameter.
	 */
	private static int largestPage(JsonNode row) {
		return row.get("params")
			.valueStream()
			.filter((param) -> "pageSize".equals(param.get("name").asString()))
			.map((param) -> param.get("note").asString().replaceAll(".*maximum ([\\d,]+).*", "$1").replace(",", ""))
			.mapToInt(Integer::parseInt)
			.sum();
	}

	private static String answer(Method method) {
		var type = ResolvableType.forMethodReturnType(method).getGeneric(0);
		if (type.toClass() == Void.class) {
			return "Empty";
		}
		return type.hasGenerics() ? "Collection(" + type.getGeneric(0).toClass().getSimpleName() + ")"
				: type.toClass().getSimpleName();
	}

	static String unnamed(String path) {
		return VARIABLE.matcher(path).replaceAll("{}");
	}

	private static List<String> variables(String path) {
		return VARIABLE.matcher(path).results().map((variable) -> variable.group(1)).toList();
	}

	private static List<String> named(Declared declared, Class<? extends Annotation> annotation) {
		return Arrays.stream(declared.method().getParameters())
			.filter((parameter) -> parameter.isAnnotationPresent(annotation))
			.map(Parameter::getName)
			.toList();
	}

}
