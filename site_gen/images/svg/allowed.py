"""The allow-list of drawings: elements, attributes and properties of SVG 2 and Filter Effects."""

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XHTML = "http://www.w3.org/1999/xhtml"
XML = "http://www.w3.org/XML/1998/namespace"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Text and style. Elements within LEAVES are left out; text is kept in these, and within <text>.
TEXT = "text"
LEAVES = _words("title desc style")
# SMIL.
ANIMATIONS = _words("animate animateTransform animateMotion set")

ELEMENTS = (
    LEAVES
    | ANIMATIONS
    | _words(
        """
        svg g defs symbol use switch a image
        path rect circle ellipse line polyline polygon
        text tspan textPath
        marker linearGradient radialGradient stop pattern clipPath mask mpath
        filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
        feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage
        feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
        """
    )
)

# SVG elements that run scripts or embed other documents, in lower case: an error, not just left out.
ACTIVE = _words("script handler listener foreignobject iframe object embed audio video canvas")

# Properties that may refer to a part of the drawing: `url(#part)`.
REFERRING = _words("fill stroke filter mask clip-path marker marker-start marker-mid marker-end")

# Properties that are attributes as well (presentation attributes).
PRESENTATION = REFERRING | _words(
    """
    alignment-baseline baseline-shift clip clip-rule color color-interpolation color-interpolation-filters
    color-rendering direction display dominant-baseline fill-opacity fill-rule flood-color flood-opacity font-family
    font-size font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-horizontal
    glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color mask-type mix-blend-mode
    opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke-dasharray
    stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor
    text-decoration text-overflow text-rendering transform-origin unicode-bidi vector-effect visibility white-space
    word-spacing writing-mode
    """
)

PROPERTIES = PRESENTATION | _words(
    """
    animation animation-delay animation-direction animation-duration animation-fill-mode animation-iteration-count
    animation-name animation-play-state animation-timing-function background background-color color-scheme cx cy d
    font font-feature-settings font-kerning font-optical-sizing font-variant-alternates font-variant-caps
    font-variant-east-asian font-variant-ligatures font-variant-numeric font-variant-position font-variation-settings
    height line-height max-height max-width min-height min-width r rotate rx ry scale text-align
    text-decoration-color text-decoration-line text-decoration-style text-decoration-thickness text-indent
    text-orientation text-transform transform transform-box transition transition-delay transition-duration
    transition-property transition-timing-function translate width x y
    """
)

# Attributes of shape and position. Those that refer somewhere (`href`) are not among them.
_SHAPE = _words(
    """
    amplitude azimuth baseFrequency bias clipPathUnits cx cy d diffuseConstant divisor dx dy edgeMode elevation
    exponent filterUnits fr fx fy gradientTransform gradientUnits height in in2 intercept k1 k2 k3 k4 kernelMatrix
    kernelUnitLength lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits
    method mode numOctaves offset operator order orient pathLength patternContentUnits patternTransform patternUnits
    points pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY result
    rotate rx ry scale seed side slope spacing specularConstant specularExponent spreadMethod startOffset stdDeviation
    stitchTiles surfaceScale tableValues targetX targetY textLength transform viewBox width x x1 x2 xChannelSelector y
    y1 y2 yChannelSelector z
    """
)
_TIMING = _words(
    """
    accumulate additive attributeName attributeType begin calcMode dur end keyPoints keySplines keyTimes max min origin
    path repeatCount repeatDur restart
    """
)
_NAMES = _words(
    """
    aria-describedby aria-hidden aria-label aria-labelledby aria-roledescription class id lang role
    systemLanguage type values
    """
)
ATTRIBUTES = _SHAPE | _TIMING | _NAMES  # besides PRESENTATION, `style` and `href`
ANIMATED = _SHAPE | PRESENTATION  # what an animation may change
ANIMATION_VALUES = _words("values from to by")  # in animations their values are those of an attribute

FUNCTIONS = _words(
    """
    rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark
    calc min max clamp abs round var
    matrix translate translatex translatey scale scalex scaley rotate skewx skewy
    matrix3d translate3d translatez scale3d scalez rotate3d rotatex rotatey rotatez perspective
    blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia
    cubic-bezier steps linear
    path polygon circle ellipse inset rect
    """
)
SELECTOR_FUNCTIONS = _words("not is where has lang nth-child nth-last-child nth-of-type nth-last-of-type")

# Media types of pictures within a drawing.
EMBEDDED = _words("image/png image/jpeg image/jpg image/gif image/webp")
