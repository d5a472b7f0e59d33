// Reads calendars from files with ical.js and prints a line of JSON for each, instants in UTC.
const { readFileSync } = require("node:fs");
const ICAL = require("ical.js");

const written = (time) =>
  time.isDate ? time.toString() : time.toJSDate().toISOString().replace(".000Z", "Z");
const person = (property) => ({
  address: property.getFirstValue(),
  cn: property.getParameter("cn") ?? null,
  role: property.getParameter("role") ?? null,
  partstat: property.getParameter("partstat") ?? null,
  rsvp: property.getParameter("rsvp") ?? null,
});
const read = (event) => {
  const value = (name) => event.getFirstPropertyValue(name);
  const time = (name) => (value(name) ? written(value(name)) : null);
  return {
    uid: value("uid"),
    sequence: value("sequence"),
    status: value("status"),
    summary: value("summary"),
    location: value("location"),
    description: value("description"),
    start: time("dtstart"),
    end: time("dtend"),
    organizer: event.getAllProperties("organizer").map(person),
    attendees: event.getAllProperties("attendee").map(person),
  };
};
for (const file of process.argv.slice(2)) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
  const method = calendar.getFirstPropertyValue("method");
  console.log(JSON.stringify({ method, events: calendar.getAllSubcomponents("vevent").map(read) }));
}
