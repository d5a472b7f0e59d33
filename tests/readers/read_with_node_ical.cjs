// Reads calendars from files with node-ical and prints a line of JSON for each, instants in UTC.
const { readFileSync } = require("node:fs");
const ical = require("node-ical");

const written = (time) =>
  time.dateOnly ? time.toISOString().slice(0, 10) : time.toISOString().replace(".000Z", "Z");
// A property is a text where it has no parameters, and what may be there twice is a list where it is.
const value = (property) => property?.val ?? property ?? null;
const all = (property) => (property === undefined ? [] : [property].flat());
const person = (property) => ({
  address: value(property),
  cn: property.params?.CN ?? null,
  role: property.params?.ROLE ?? null,
  partstat: property.params?.PARTSTAT ?? null,
  rsvp: property.params?.RSVP ?? null,
});
const read = (event) => ({
  uid: value(event.uid),
  sequence: value(event.sequence),
  status: value(event.status),
  summary: value(event.summary),
  location: value(event.location),
  description: value(event.description),
  start: event.start ? written(event.start) : null,
  end: event.end ? written(event.end) : null,
  organizer: all(event.organizer).map(person),
  attendees: all(event.attendee).map(person),
});
for (const file of process.argv.slice(2)) {
  const components = ical.sync.parseICS(readFileSync(file, "utf8"));
  const events = Object.values(components).filter((component) => component.type === "VEVENT");
  console.log(JSON.stringify({ method: components.vcalendar.method ?? null, events: events.map(read) }));
}
