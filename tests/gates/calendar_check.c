/* Prints each event of a calendar as libical reads it: UID, start, end, title and text in hexadecimal; then the errors. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static void print_hex(const char *text)
{
    for (; text && *text; text++)
        printf("%02x", (unsigned char)*text);
    putchar('\t');
}

static void print_time(icaltimetype moment, icaltimezone *berlin)
{
    if (!icaltime_is_null_time(moment) && !moment.is_date)
        moment = icaltime_convert_to_zone(moment, berlin);
    printf("%s\t", icaltime_as_ical_string(moment));
}

int main(int count, char **arguments)
{
    FILE *file = count == 2 ? fopen(arguments[1], "rb") : NULL;
    if (!file)
        return 2;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *content = malloc(size + 1);
    if (fread(content, 1, size, file) != (size_t)size)
        return 2;
    content[size] = 0;
    icalcomponent *calendar = icalparser_parse_string(content);
    if (!calendar)
        return 3;
    icalcomponent *zone = icalcomponent_get_first_component(calendar, ICAL_VTIMEZONE_COMPONENT);
    icaltimezone *berlin = zone ? icaltimezone_new() : icaltimezone_get_utc_timezone();
    if (zone && !icaltimezone_set_component(berlin, icalcomponent_new_clone(zone)))
        return 4;
    icalrestriction_check(calendar);
    icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
    for (; event; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        print_hex(icalcomponent_get_uid(event));
        print_time(icalcomponent_get_dtstart(event), berlin);
        print_time(icalcomponent_get_dtend(event), berlin);
        print_hex(icalcomponent_get_summary(event));
        print_hex(icalcomponent_get_description(event));
        putchar('\n');
    }
    printf("errors\t%d\n", icalcomponent_count_errors(calendar));
    return 0;
}
