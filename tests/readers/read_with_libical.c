/* Reads calendars from files with libical and prints a line of JSON for each, instants in UTC. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static void print_string(const char *text)
{
    putchar('"');
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        if (c == '"' || c == '\\')
            putchar('\\');
        if (c < 0x20)
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

static void print_member(const char *name, const char *text)
{
    printf(", \"%s\": ", name);
    if (text)
        print_string(text);
    else
        fputs("null", stdout);
}

static void print_time(const char *name, icaltimetype time)
{
    char text[sizeof "-2147483648-12-31T23:59:59Z"];

    if (icaltime_is_null_time(time)) {
        print_member(name, NULL);
        return;
    }
    if (icaltime_is_date(time))
        snprintf(text, sizeof text, "%04d-%02d-%02d", time.year, time.month, time.day);
    else {
        time = icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone());
        snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ",
                 time.year, time.month, time.day, time.hour, time.minute, time.second);
    }
    print_member(name, text);
}

static void print_parameter(icalproperty *property, const char *key, const char *name)
{
    print_member(key, icalproperty_get_parameter_as_string(property, name));
}

static void print_people(icalcomponent *event, const char *name, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(event, kind);

    printf(", \"%s\": [", name);
    while (property) {
        fputs("{\"kind\": \"person\"", stdout);
        print_member("address", icalproperty_get_value_as_string(property));
        print_parameter(property, "cn", "CN");
        print_parameter(property, "role", "ROLE");
        print_parameter(property, "partstat", "PARTSTAT");
        print_parameter(property, "rsvp", "RSVP");
        putchar('}');
        property = icalcomponent_get_next_property(event, kind);
        if (property)
            fputs(", ", stdout);
    }
    putchar(']');
}

static void print_event(icalcomponent *event)
{
    icalproperty *end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY);
    icalproperty *status = icalcomponent_get_first_property(event, ICAL_STATUS_PROPERTY);

    printf("{\"sequence\": %d", icalcomponent_get_sequence(event));
    print_member("uid", icalcomponent_get_uid(event));
    print_member("status", status ? icalproperty_get_value_as_string(status) : NULL);
    print_member("summary", icalcomponent_get_summary(event));
    print_member("location", icalcomponent_get_location(event));
    print_member("description", icalcomponent_get_description(event));
    print_time("start", icalcomponent_get_dtstart(event));
    print_time("end", end ? icalcomponent_get_dtend(event) : icaltime_null_time());
    print_people(event, "organizer", ICAL_ORGANIZER_PROPERTY);
    print_people(event, "attendees", ICAL_ATTENDEE_PROPERTY);
    putchar('}');
}

/* What the parser minded, and what the check by METHOD (RFC 5546) has found. */
static void print_errors(icalcomponent *component, const char **separator)
{
    icalproperty *error = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
    icalcomponent *inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);

    for (; error; error = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY)) {
        fputs(*separator, stdout);
        print_string(icalproperty_get_xlicerror(error));
        *separator = ", ";
    }
    for (; inner; inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT))
        print_errors(inner, separator);
}

static char *next_line(char *line, size_t size, void *file)
{
    return fgets(line, (int)size, file);
}

static int print_calendar(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (!file)
        return 0;
    icalparser *parser = icalparser_new();
    icalparser_set_gen_data(parser, file);
    icalcomponent *calendar = icalparser_parse(parser, next_line);
    fclose(file);
    if (!calendar)
        return 0;

    int valid = icalrestriction_check(calendar);
    icalproperty *method = icalcomponent_get_first_property(calendar, ICAL_METHOD_PROPERTY);
    const char *separator = "";
    printf("{\"valid\": %s", valid ? "true" : "false");
    print_member("method", method ? icalproperty_get_value_as_string(method) : NULL);
    fputs(", \"errors\": [", stdout);
    print_errors(calendar, &separator);
    fputs("], \"events\": [", stdout);
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    while (event) {
        print_event(event);
        event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT);
        if (event)
            fputs(", ", stdout);
    }
    puts("]}");
    icalcomponent_free(calendar);
    icalparser_free(parser);
    return 1;
}

int main(int count, char **names)
{
    for (int i = 1; i < count; i++)
        if (!print_calendar(names[i]))
            return EXIT_FAILURE;
    return EXIT_SUCCESS;
}
