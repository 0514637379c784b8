<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Almanac</name>
    <message>
        <source>Choose a day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>%1 is missing. Fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Nobody fits yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it on site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it remote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off sick today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 arrives %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 after the deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 before the deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold Shift to keep it as a conflict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give to somebody else</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BoardView</name>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictList</name>
    <message>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not fit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Need your OK %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to solve here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 past ones are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep no longer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep anyway</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program stumbled over a mistake of its own. What was saved is safe, and you can carry on. If it happens again, send us the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fills in what follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>District</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or a place outside the city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for travel times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public holidays of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: at any hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearances needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add what one must hold to work here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solved within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add closed days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty takes the next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level of service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We write to them in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is our own firm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Targets by priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed, busy, or nobody wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: no end yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the first day from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the last day until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From whom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Obtained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a clearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>else day hired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weeks in turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In summer from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours in summer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add working hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hired on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes on-call duty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home district</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty: travel is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Districts covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a district; empty goes anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May work from home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a skill and its level, as Windows 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter adds, Backspace removes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working hours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>New site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a draft is kept if you close this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled with what you typed at %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 field to put right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fields to put right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. Save again to keep yours, or take theirs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These days end before they begin: from %1, until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resolved before anybody arrives: the second length is shorter than the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has two targets. Take one of them away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The absence ends before it begins: from %1, until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is booked then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 booking lies there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bookings lie there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ends before it begins: from %1 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes back at %1, but on which day? Fill in the last day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New absence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This certificate ends before it was obtained: %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These hours end before they begin: from %1, until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day comes before the first: from %1, until %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A season has a first and a last day. Fill in both, or neither.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two working patterns hold on %1. End the earlier one the day before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technician</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>1 technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 technicians</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a booking, a name or a card. Drag a card onto the board to see who can take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lunch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflicts and warnings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bookings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off sick today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 travel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free all day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>1 conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 uncovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrive by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no snap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keep as conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next slot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>books it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Moment</name>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OfficeDesk</name>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New absence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New technician</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm or make tentative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On site or remote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off sick today…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a person first: click a name or a booking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample office: made-up data. Its clock stands still on %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file can be looked at, not changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>has left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outside the city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a district of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a district. Did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a language known here: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level %1 of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which level, 1 to 5? Write it like %1 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels go from 1 to 5, %1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level %1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No client is called “%1”. Choose from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a calendar. Write country, region and place like ES-MD-28079.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Pages of the roster</source>
        <translation>Páginas del cuadrante</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Página %1 de %2</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReachDialog</name>
    <message>
        <source>This booking is one day of a longer placement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From here on, %1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All days to come, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of them are with somebody else already and stay there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>Keep it anyway?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs your OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few words, needed for “other reason”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it, because…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give my OK</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RosterPage</name>
    <message>
        <source>Week before</source>
        <translation>Semana anterior</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>Semana siguiente</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>Guardar PDF…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Language of the sheet</source>
        <translation>Idioma de la hoja</translation>
    </message>
    <message>
        <source>Size of the paper</source>
        <translation>Tamaño del papel</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Guardar PDF</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Guardado: %1</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Enviado a la impresora.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>All shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the board</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlotsPanel</name>
    <message>
        <source>Best slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earliest arrival first, with its price. Press the number to book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least travel first, with its price. Press the number to book.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits before the deadline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the others cannot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Page bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much is shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Close the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncovered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uncovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unscheduled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Typed</name>
    <message>
        <source>“%1” is not a length. Write it like 1 h 30, 90 or 1:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a whole number. Use digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is outside %2 to %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time of day. Write it like 9:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a day. Write it like 26/11, 26/11/2026, thu 26 or tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no month %1. Days come first: 26/11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no year %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such day: %1 has %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no week %1 in that year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” ends before it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is longer than a year.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a time. Write it like 10:30, tomorrow 9:00 or 26/11 10:30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not exist on %2: the clock jumped over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a pair of coordinates. Write it like 40.4303, -3.6874.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latitude lies between -90 and 90, longitude between -180 and 180.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictMark</name>
    <message>
        <source>Fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits with a warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs your OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekHours</name>
    <message>
        <source>These hours begin and end at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A break of %1 does not fit in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long is the break? Give its length, or leave its start empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The break lies outside the hours.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Entry</name>
    <message>
        <source>Take away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>“%1” is not one of the answers. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_LongEditor</name>
    <message>
        <source>This text is too long. Keep it under 20,000 characters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Mark</name>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu  F10</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_ReferenceEditor</name>
    <message>
        <source>Nothing here is called “%1”. Choose from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not in the list. Did you mean %2?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Token</name>
    <message>
        <source>Delete takes it away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_WholeEditor</name>
    <message>
        <source>One less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
