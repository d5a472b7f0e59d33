/* Reads a calendar from standard input with libical and prints its events as JSON, instants in UTC. */
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
    if (icaltime_is_null_time(time))
        print_member(name, NULL);
    else if (icaltime_is_date(time))
        printf(", \"%s\": \"%04d-%02d-%02d\"", name, time.year, time.month, time.day);
    else {
        time = icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone());
        printf(", \"%s\": \"%04d-%02d-%02dT%02d:%02d:%02dZ\"", name,
               time.year, time.month, time.day, time.hour, time.minute, time.second);
    }
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
    putchar('}');
}

static char *next_line(char *line, size_t size, void *file)
{
    return fgets(line, (int)size, file);
}

int main(void)
{
    icalparser *parser = icalparser_new();
    icalparser_set_gen_data(parser, stdin);
    icalcomponent *calendar = icalparser_parse(parser, next_line);
    if (!calendar)
        return EXIT_FAILURE;

    int valid = icalrestriction_check(calendar);
    printf("{\"valid\": %s, \"errors\": %d, \"events\": [", valid ? "true" : "false", icalcomponent_count_errors(calendar));
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    while (event) {
        print_event(event);
        event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT);
        if (event)
            fputs(", ", stdout);
    }
    puts("]}");
    return EXIT_SUCCESS;
}
