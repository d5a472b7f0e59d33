<?php
// Reads calendars from files with sabre/vobject and prints a line of JSON for each, instants in UTC.
error_reporting(E_ALL & ~E_DEPRECATED); // it is older than this PHP
require 'Sabre/VObject/autoload.php';

use Sabre\VObject;

function written($property)
{
    if (!$property) {
        return null;
    }
    if ($property->getDateType() === VObject\Property\DateTime::DATE) {
        return $property->getDateTime()->format('Y-m-d');
    }
    return $property->getDateTime()->setTimezone(new DateTimeZone('UTC'))->format('Y-m-d\TH:i:s\Z');
}

function text($value)
{
    return $value === null ? null : (string)$value;
}

// This version hands on the escapes of commas and semicolons.
function unescaped($property)
{
    return $property === null ? null : preg_replace('/\\\\([,;])/', '$1', (string)$property);
}

function people($properties)
{
    $people = [];
    foreach ($properties ?? [] as $property) {
        $people[] = [
            'address' => (string)$property,
            'cn' => text($property['CN']),
            'role' => text($property['ROLE']),
            'partstat' => text($property['PARTSTAT']),
            'rsvp' => text($property['RSVP']),
        ];
    }
    return $people;
}

function event($event)
{
    return [
        'uid' => text($event->UID),
        'sequence' => (int)(string)$event->SEQUENCE,
        'status' => text($event->STATUS),
        'summary' => unescaped($event->SUMMARY),
        'location' => unescaped($event->LOCATION),
        'description' => unescaped($event->DESCRIPTION),
        'start' => written($event->DTSTART),
        'end' => written($event->DTEND),
        'organizer' => people($event->ORGANIZER),
        'attendees' => people($event->ATTENDEE),
    ];
}

foreach (array_slice($argv, 1) as $file) {
    $calendar = VObject\Reader::read(file_get_contents($file));
    $events = [];
    foreach ($calendar->VEVENT as $event) {
        $events[] = event($event);
    }
    $warnings = array_column($calendar->validate(), 'message');
    $read = ['method' => text($calendar->METHOD), 'errors' => $warnings, 'events' => $events];
    echo json_encode($read, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR), "\n";
}
