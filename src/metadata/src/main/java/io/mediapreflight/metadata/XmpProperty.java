package io.mediapreflight.metadata;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The properties about people, places and devices (XMP specification part 2, IPTC Photo Metadata, EXIF for XMP). */
enum XmpProperty {
    EXIF_LATITUDE("latitude", Space.EXIF, "GPSLatitude"),
    EXIF_LONGITUDE("longitude", Space.EXIF, "GPSLongitude"),
    DRONE_LATITUDE("latitude", Space.DRONE, "GpsLatitude"),
    DRONE_LONGITUDE("longitude", Space.DRONE, "GpsLongitude"),
    CITY(Revealed.PLACE, "city", Space.PHOTOSHOP, "City"),
    SUBLOCATION(Revealed.PLACE, "place", Space.IPTC_CORE, "Location"),
    CITY_IN_STRUCTURE(Revealed.PLACE, "city", Space.IPTC_EXTENSION, "City"),
    SUBLOCATION_IN_STRUCTURE(Revealed.PLACE, "place", Space.IPTC_EXTENSION, "Sublocation"),
    CREATOR(Revealed.PERSON, "creator", Space.DUBLIN_CORE, "creator"),
    ARTIST(Revealed.PERSON, "artist", Space.TIFF, "Artist"),
    RIGHTS_OWNER(Revealed.PERSON, "owner", Space.RIGHTS, "Owner"),
    OWNER_NAME(Revealed.PERSON, "owner name", Space.AUX, "OwnerName"),
    CAMERA_OWNER_NAME(Revealed.PERSON, "owner name", Space.EXIF_EX, "CameraOwnerName"),
    PERSON_SHOWN(Revealed.PERSON, "person shown", Space.IPTC_EXTENSION, "PersonInImage"),
    REGION_NAME(Revealed.PERSON, "name of a region", Space.REGIONS, "Name"),
    SERIAL_NUMBER(Revealed.SERIAL, "camera serial number", Space.AUX, "SerialNumber"),
    LENS_SERIAL_NUMBER(Revealed.SERIAL, "lens serial number", Space.AUX, "LensSerialNumber"),
    BODY_SERIAL_NUMBER(Revealed.SERIAL, "body serial number", Space.EXIF_EX, "BodySerialNumber"),
    LENS_SERIAL_NUMBER_EX(Revealed.SERIAL, "lens serial number", Space.EXIF_EX, "LensSerialNumber"),
    DRONE_SERIAL_NUMBER(Revealed.SERIAL, "drone serial number", Space.DRONE, "DroneSerialNumber"),
    DRONE_CAMERA_SERIAL_NUMBER(Revealed.SERIAL, "camera serial number", Space.DRONE, "CameraSerialNumber");

    private static final class Space {
        static final String EXIF = "http://ns.adobe.com/exif/1.0/";
        static final String EXIF_EX = "http://cipa.jp/exif/1.0/";
        static final String AUX = "http://ns.adobe.com/exif/1.0/aux/";
        static final String TIFF = "http://ns.adobe.com/tiff/1.0/";
        static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
        static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
        static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
        static final String IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
        static final String IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
        static final String REGIONS = "http://www.metadataworkinggroup.com/schemas/regions/";
        static final String DRONE = "http://www.dji.com/drone-dji/1.0/";
    }

    private static final Map<String, XmpProperty> BY_NAME = byName();

    private final Optional<Revealed> kind;
    private final String title;
    private final String space;
    private final String name;

    /** A coordinate, which reveals nothing without the other. */
    XmpProperty(String title, String space, String name) {
        this(Optional.empty(), title, space, name);
    }

    XmpProperty(Revealed kind, String title, String space, String name) {
        this(Optional.of(kind), title, space, name);
    }

    XmpProperty(Optional<Revealed> kind, String title, String space, String name) {
        this.kind = kind;
        this.title = title;
        this.space = space;
        this.name = name;
    }

    /** The property of this name; empty where it is of no interest. A name without a namespace is no property. */
    static Optional<XmpProperty> of(String space, String name) {
        return Optional.ofNullable(BY_NAME.get(space + ' ' + name));
    }

    /** What it is about; empty for a coordinate. */
    Optional<Revealed> kind() {
        return kind;
    }

    /** What it is, in words. */
    String title() {
        return title;
    }

    private static Map<String, XmpProperty> byName() {
        Map<String, XmpProperty> map = new HashMap<>();
        for (XmpProperty property : values()) {
            map.put(property.space + ' ' + property.name, property);
        }
        return Map.copyOf(map);
    }
}
