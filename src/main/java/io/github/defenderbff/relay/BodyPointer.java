package io.github.defenderbff.relay;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;

import org.springframework.core.ResolvableType;

/**
 * Where something stands in a body: a JSON pointer as a URI fragment (RFC 6901 section
 * 6), with the names as the body spells them. What an object breaks as a whole is the
 * object's own.
 */
final class BodyPointer {

	/** The whole body. */
	static final String BODY = "#";

	private BodyPointer() {
	}

	static String of(ConstraintViolation<?> violation) {
		var pointer = new StringBuilder(BODY);
		var type = ResolvableType.forClass(violation.getRootBeanClass());
		for (var node : violation.getPropertyPath()) {
			if (node.getIndex() != null) {
				pointer.append('/').append(node.getIndex());
				type = type.as(Collection.class).getGeneric(0);
			}
			if (node.getKind() == ElementKind.PROPERTY) {
				var component = component(type, node.getName());
				if (component.isEmpty()) {
					break;
				}
				pointer.append('/').append(name(component.get()));
				type = ResolvableType.forType(component.get().getGenericType());
			}
		}
		return pointer.toString();
	}

	/** A pointer to what stands at the top of the body under this component's name. */
	static String to(RecordComponent component) {
		return BODY + "/" + name(component);
	}

	/** The component's name in a body. */
	static String name(RecordComponent component) {
		var name = component.getAccessor().getAnnotation(JsonProperty.class);
		return (name != null) ? name.value() : component.getName();
	}

	/** Empty for a rule about the whole object. */
	private static Optional<RecordComponent> component(ResolvableType type, String name) {
		var components = Objects.requireNonNullElse(type.toClass().getRecordComponents(), new RecordComponent[0]);
		return Arrays.stream(components).filter((component) -> component.getName().equals(name)).findFirst();
	}

}
